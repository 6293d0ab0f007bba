package dev.jtorch.optim;

import dev.jtorch.io.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Adam} and {@link AdamW}.
 *
 * @param lr learning rate; 0.001 unless said
 * @param beta1 how much of the running mean of the gradient stays at each step; 0.9 unless said
 * @param beta2 how much of the running mean of its square stays at each step; 0.999 unless said
 * @param eps added to the denominator; 1e-8 unless said
 * @param weightDecay factor of the weight decay; 0 unless said, for AdamW 0.01
 * @param amsgrad divide by the greatest mean square so far; false unless said
 * @param maximize go up the gradient instead of down; false unless said
 * @param decoupledWeightDecay shrink the parameter itself instead of changing its gradient; always true for AdamW, else
 *     false unless said
 */
public record AdamOptions(double lr, double beta1, double beta2, double eps, double weightDecay, boolean amsgrad,
    boolean maximize, boolean decoupledWeightDecay) implements OptimizerOptions<AdamOptions> {
  static final AdamOptions DEFAULT = new AdamOptions(1e-3, 0.9, 0.999, 1e-8, 0, false, false, false);

  @Override public AdamOptions lr(double rate) {
    return new AdamOptions(rate, beta1, beta2, eps, weightDecay, amsgrad, maximize, decoupledWeightDecay);
  }

  /** {@return the same options with other averages} */
  public AdamOptions betas(double first, double second) {
    return new AdamOptions(lr, first, second, eps, weightDecay, amsgrad, maximize, decoupledWeightDecay);
  }

  /** {@return the same options with another addition to the denominator} */
  public AdamOptions eps(double addition) {
    return new AdamOptions(lr, beta1, beta2, addition, weightDecay, amsgrad, maximize, decoupledWeightDecay);
  }

  /** {@return the same options with another weight decay} */
  public AdamOptions weightDecay(double factor) {
    return new AdamOptions(lr, beta1, beta2, eps, factor, amsgrad, maximize, decoupledWeightDecay);
  }

  /** {@return the same options with or without AMSGrad} */
  public AdamOptions amsgrad(boolean on) {
    return new AdamOptions(lr, beta1, beta2, eps, weightDecay, on, maximize, decoupledWeightDecay);
  }

  /** {@return the same options for going up or down the gradient} */
  public AdamOptions maximize(boolean on) {
    return new AdamOptions(lr, beta1, beta2, eps, weightDecay, amsgrad, on, decoupledWeightDecay);
  }

  /** {@return the same options with the weight decay of AdamW or that of Adam} */
  public AdamOptions decoupledWeightDecay(boolean on) {
    return new AdamOptions(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize, on);
  }

  @Override public AdamOptions checked(String who) {
    var check = new OptionCheck(who);
    check.refuse(!(lr >= 0), "Invalid learning rate", lr, ">= 0");
    check.refuse(!(eps >= 0), "Invalid epsilon value", eps, ">= 0");
    check.refuse(!(beta1 >= 0 && beta1 < 1), "Invalid beta parameter at index 0", beta1, "in [0, 1)");
    check.refuse(!(beta2 >= 0 && beta2 < 1), "Invalid beta parameter at index 1", beta2, "in [0, 1)");
    check.refuse(!(weightDecay >= 0), "Invalid weight_decay value", weightDecay, ">= 0");
    return this;
  }

  @Override public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("lr", lr);
    map.put("betas", Tuple.of(beta1, beta2));
    map.put("eps", eps);
    map.put("weight_decay", PythonText.zeroAsInt(weightDecay));
    map.put("amsgrad", amsgrad);
    map.put("maximize", maximize);
    map.put("foreach", null);
    map.put("capturable", false);
    map.put("differentiable", false);
    map.put("fused", null);
    map.put("decoupled_weight_decay", decoupledWeightDecay);
    return map;
  }

  @Override public AdamOptions read(SavedValues saved) {
    double[] betas = saved.pair("betas");
    return new AdamOptions(saved.number("lr"), betas[0], betas[1], saved.number("eps"), saved.number("weight_decay"),
        saved.flag("amsgrad"), saved.flag("maximize"), saved.flag("decoupled_weight_decay"));
  }
}
