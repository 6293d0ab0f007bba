package dev.jtorch.optim.scheduler;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.TorchException;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SavedValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Multiplies the learning rates by gamma after every {@code stepSize} epochs.
 *
 * <p>Formula: for epoch t, {@code base · gamma^⌊t / stepSize⌋}
 *
 * <pre>{@code
 * var scheduler = new StepLR(sgd, 2, 0.1); // rates 0.1, 0.1, 0.01, 0.01, 0.001
 * for (int epoch = 0; epoch < 4; epoch++) {
 *   trainOneEpoch(net, sgd);
 *   scheduler.step();
 * }
 * }</pre>
 *
 * <p>Differs from PyTorch: a step size below 1 is refused by the constructor.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html">StepLR</a>
 */
public final class StepLR extends LRScheduler {
  private int stepSize;
  private double gamma;

  /**
   * Multiplies the rates by 0.1 every {@code stepSize} epochs.
   *
   * @throws TorchException if {@code stepSize} is not positive
   */
  public StepLR(Optimizer<?> optimizer, int stepSize) {
    this(optimizer, stepSize, o -> o);
  }

  /**
   * Multiplies the rates by {@code gamma} every {@code stepSize} epochs.
   *
   * @throws TorchException if {@code stepSize} is not positive
   */
  public StepLR(Optimizer<?> optimizer, int stepSize, double gamma) {
    this(optimizer, stepSize, o -> o.gamma(gamma));
  }

  /**
   * Multiplies the rates every {@code stepSize} epochs: {@code new StepLR(sgd, 30, o -> o.gamma(0.5))}.
   *
   * @throws TorchException if {@code stepSize} is not positive, or training is resumed and a parameter group does not
   *     know its initial rate
   */
  public StepLR(Optimizer<?> optimizer, int stepSize, UnaryOperator<DecayOptions> with) {
    this(optimizer, stepSize, configured(new DecayOptions(), with));
  }

  private StepLR(Optimizer<?> optimizer, int stepSize, DecayOptions options) {
    super(optimizer, options.lastEpoch());
    if (stepSize < 1) throw new TorchException("StepLR: stepSize is " + stepSize + " (expected: > 0)");
    this.stepSize = stepSize;
    gamma = options.gamma();
    start();
  }

  @Override protected double rate(double current, double base) {
    return lastEpoch() == 0 || lastEpoch() % stepSize != 0 ? current : current * gamma;
  }

  @Override protected Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("step_size", stepSize);
    settings.put("gamma", gamma);
    return settings;
  }

  @Override protected void loadSettings(SavedValues saved) {
    stepSize = (int) saved.number("step_size");
    gamma = saved.number("gamma");
  }
}
