package dev.jtorch.optim;

import dev.jtorch.FluentOptions;
import dev.jtorch.io.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of {@link Adam} and {@link AdamW}. */
public final class AdamOptions extends FluentOptions<AdamOptions> implements OptimizerOptions<AdamOptions> {
  private double lr = 1e-3;
  private double beta1 = 0.9;
  private double beta2 = 0.999;
  private double eps = 1e-8;
  private double weightDecay = 0;
  private boolean amsgrad = false;
  private boolean maximize = false;
  private boolean decoupledWeightDecay = false;

  /** Learning rate; default 0.001. */
  @Override public AdamOptions lr(double lr) { return with(o -> o.lr = lr); }

  @Override public double lr() { return lr; }

  /** Decay rates of the running means of the gradient and of its square; default 0.9 and 0.999. */
  public AdamOptions betas(double first, double second) {
    return with(o -> { o.beta1 = first; o.beta2 = second; });
  }

  /** Added to the denominator; default 1e-8. */
  public AdamOptions eps(double eps) { return with(o -> o.eps = eps); }

  public double eps() { return eps; }

  /** Factor of the weight decay; default 0, for AdamW 0.01. */
  public AdamOptions weightDecay(double weightDecay) {
    return with(o -> o.weightDecay = weightDecay);
  }

  public double weightDecay() { return weightDecay; }

  /** Whether to divide by the greatest running mean square so far; default false. */
  public AdamOptions amsgrad(boolean amsgrad) {
    return with(o -> o.amsgrad = amsgrad);
  }

  public boolean amsgrad() { return amsgrad; }

  /** Whether to go up the gradient instead of down; default false. */
  public AdamOptions maximize(boolean maximize) {
    return with(o -> o.maximize = maximize);
  }

  public boolean maximize() { return maximize; }

  /** Whether weight decay shrinks the parameter itself instead of changing its gradient; default false; always true for AdamW. */
  public AdamOptions decoupledWeightDecay(boolean decoupledWeightDecay) {
    return with(o -> o.decoupledWeightDecay = decoupledWeightDecay);
  }

  public boolean decoupledWeightDecay() { return decoupledWeightDecay; }

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
    return lr(saved.number("lr")).betas(betas[0], betas[1]).eps(saved.number("eps"))
        .weightDecay(saved.number("weight_decay")).amsgrad(saved.flag("amsgrad")).maximize(saved.flag("maximize"))
        .decoupledWeightDecay(saved.flag("decoupled_weight_decay"));
  }

  /** {@return how much of the running mean of the gradient stays at each step; default 0.9} */
  public double beta1() {
    return beta1;
  }

  /** {@return how much of the running mean of its square stays at each step; default 0.999} */
  public double beta2() {
    return beta2;
  }
}
