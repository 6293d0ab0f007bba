package dev.jtorch.optim;

import dev.jtorch.TorchException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link SGD}.
 *
 * @param lr learning rate; 0.001 unless said
 * @param momentum how much of the last update goes into the next; 0 unless said
 * @param dampening how much of the gradient is held back when momentum is at work; 0 unless said
 * @param weightDecay factor of the L2 penalty; 0 unless said
 * @param nesterov look ahead along the momentum; false unless said
 * @param maximize go up the gradient instead of down; false unless said
 */
public record SGDOptions(double lr, double momentum, double dampening, double weightDecay, boolean nesterov,
    boolean maximize) implements OptimizerOptions<SGDOptions> {
  static final SGDOptions DEFAULT = new SGDOptions(1e-3, 0, 0, 0, false, false);

  @Override public SGDOptions lr(double rate) {
    return new SGDOptions(rate, momentum, dampening, weightDecay, nesterov, maximize);
  }

  /** {@return the same options with another momentum} */
  public SGDOptions momentum(double factor) {
    return new SGDOptions(lr, factor, dampening, weightDecay, nesterov, maximize);
  }

  /** {@return the same options with another dampening} */
  public SGDOptions dampening(double part) {
    return new SGDOptions(lr, momentum, part, weightDecay, nesterov, maximize);
  }

  /** {@return the same options with another weight decay} */
  public SGDOptions weightDecay(double factor) {
    return new SGDOptions(lr, momentum, dampening, factor, nesterov, maximize);
  }

  /** {@return the same options with or without Nesterov's momentum} */
  public SGDOptions nesterov(boolean on) {
    return new SGDOptions(lr, momentum, dampening, weightDecay, on, maximize);
  }

  /** {@return the same options for going up or down the gradient} */
  public SGDOptions maximize(boolean on) {
    return new SGDOptions(lr, momentum, dampening, weightDecay, nesterov, on);
  }

  @Override public SGDOptions checked(String who) {
    var check = new OptionCheck(who);
    check.refuse(lr < 0, "Invalid learning rate", lr, ">= 0");
    check.refuse(momentum < 0, "Invalid momentum value", momentum, ">= 0");
    check.refuse(weightDecay < 0, "Invalid weight_decay value", weightDecay, ">= 0");
    if (nesterov && (momentum <= 0 || dampening != 0)) {
      throw new TorchException(who + ": Nesterov momentum requires a momentum and zero dampening, momentum is "
          + PythonText.number(momentum) + " and dampening " + PythonText.number(dampening)
          + " (expected: momentum > 0 and dampening 0)");
    }
    return this;
  }

  @Override public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("lr", lr);
    map.put("momentum", PythonText.zeroAsInt(momentum));
    map.put("dampening", PythonText.zeroAsInt(dampening));
    map.put("weight_decay", PythonText.zeroAsInt(weightDecay));
    map.put("nesterov", nesterov);
    map.put("maximize", maximize);
    map.put("foreach", null);
    map.put("differentiable", false);
    map.put("fused", null);
    return map;
  }

  @Override public SGDOptions read(SavedValues saved) {
    return new SGDOptions(saved.number("lr"), saved.number("momentum"), saved.number("dampening"),
        saved.number("weight_decay"), saved.flag("nesterov"), saved.flag("maximize"));
  }
}
