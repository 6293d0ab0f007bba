package dev.jtorch.optim;

import dev.jtorch.FluentOptions;
import dev.jtorch.TorchException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of {@link SGD}. */
public final class SGDOptions extends FluentOptions<SGDOptions> implements OptimizerOptions<SGDOptions> {
  private double lr = 1e-3;
  private double momentum = 0;
  private double dampening = 0;
  private double weightDecay = 0;
  private boolean nesterov = false;
  private boolean maximize = false;

  /** Learning rate; default 0.001. */
  @Override public SGDOptions lr(double lr) { return with(o -> o.lr = lr); }

  @Override public double lr() { return lr; }

  /** Factor of the previous update in the next one; default 0. */
  public SGDOptions momentum(double momentum) {
    return with(o -> o.momentum = momentum);
  }

  public double momentum() { return momentum; }

  /** Share of the gradient that is left out of the momentum buffer; default 0. */
  public SGDOptions dampening(double dampening) {
    return with(o -> o.dampening = dampening);
  }

  public double dampening() { return dampening; }

  /** Factor of the L2 penalty; default 0. */
  public SGDOptions weightDecay(double weightDecay) {
    return with(o -> o.weightDecay = weightDecay);
  }

  public double weightDecay() { return weightDecay; }

  /** Whether to use Nesterov momentum; needs a momentum and no dampening; default false. */
  public SGDOptions nesterov(boolean nesterov) {
    return with(o -> o.nesterov = nesterov);
  }

  public boolean nesterov() { return nesterov; }

  /** Whether to go up the gradient instead of down; default false. */
  public SGDOptions maximize(boolean maximize) {
    return with(o -> o.maximize = maximize);
  }

  public boolean maximize() { return maximize; }

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
    return lr(saved.number("lr")).momentum(saved.number("momentum")).dampening(saved.number("dampening"))
        .weightDecay(saved.number("weight_decay")).nesterov(saved.flag("nesterov")).maximize(saved.flag("maximize"));
  }
}
