package dev.jtorch.optim.scheduler;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SavedValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Multiplies the learning rates by gamma at every epoch.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html">ExponentialLR</a>
 */
public final class ExponentialLR extends LRScheduler {
  private double gamma;

  /** Multiplies the rates by {@code gamma} from the second epoch on. */
  public ExponentialLR(Optimizer<?> optimizer, double gamma) {
    this(optimizer, gamma, o -> o);
  }

  /** Multiplies the rates by {@code gamma}, perhaps in training that goes on. */
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
