package dev.jtorch.optim.scheduler;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SavedValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Multiplies the learning rates by gamma after every epoch.
 *
 * <p>Formula: for epoch t, {@code base · gamma^t}
 *
 * <pre>{@code
 * var scheduler = new ExponentialLR(sgd, 0.9); // rates 0.1, 0.09, 0.081, 0.0729, 0.0656
 * for (int epoch = 0; epoch < 4; epoch++) {
 *   trainOneEpoch(net, sgd);
 *   scheduler.step();
 * }
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html">ExponentialLR</a>
 */
public final class ExponentialLR extends LRScheduler {
  private double gamma;

  /** Multiplies the rates by {@code gamma} after every epoch, in a new training. */
  public ExponentialLR(Optimizer<?> optimizer, double gamma) {
    this(optimizer, gamma, o -> o);
  }

  /**
   * Multiplies the rates by {@code gamma} after every epoch, with options for resuming.
   *
   * @throws dev.jtorch.TorchException if training is resumed and a parameter group does not know its initial rate
   */
  public ExponentialLR(Optimizer<?> optimizer, double gamma, UnaryOperator<ResumeOptions> with) {
    super(optimizer, configured(new ResumeOptions(), with).lastEpoch());
    this.gamma = gamma;
    start();
  }

  @Override protected double rate(double current, double base) { return starting() ? current : current * gamma; }

  @Override protected Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("gamma", gamma);
    return settings;
  }

  @Override protected void loadSettings(SavedValues saved) { gamma = saved.number("gamma"); }
}
