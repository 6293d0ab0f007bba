package dev.jtorch.optim.scheduler;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.TorchException;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SavedValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Lowers the learning rates along half a cosine from their start to {@code etaMin}, and raises them again if training
 * goes on longer.
 *
 * <p>Formula, for epoch t, applied step by step so that other changes of the rate stay in force:
 * {@code etaMin + (base − etaMin) · (1 + cos(π t / tMax)) / 2}
 *
 * <pre>{@code
 * var scheduler = new CosineAnnealingLR(sgd, 4); // rates 0.1, 0.0854, 0.05, 0.0146, 0
 * for (int epoch = 0; epoch < 4; epoch++) {
 *   trainOneEpoch(net, sgd);
 *   scheduler.step();
 * }
 * }</pre>
 *
 * <p>Differs from PyTorch: a period below 1 is refused by the constructor.
 *
 * @see <a
 *     href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html">CosineAnnealingLR</a>
 * @see <a href="https://arxiv.org/abs/1608.03983">SGDR</a>, equation 5
 */
public final class CosineAnnealingLR extends LRScheduler {
  private int tMax;
  private double etaMin;

  /**
   * Goes down to 0 in {@code tMax} epochs.
   *
   * @throws TorchException if {@code tMax} is not positive
   */
  public CosineAnnealingLR(Optimizer<?> optimizer, int tMax) {
    this(optimizer, tMax, o -> o);
  }

  /**
   * Goes down to {@code etaMin} in {@code tMax} epochs.
   *
   * @throws TorchException if {@code tMax} is not positive
   */
  public CosineAnnealingLR(Optimizer<?> optimizer, int tMax, double etaMin) {
    this(optimizer, tMax, o -> o.etaMin(etaMin));
  }

  /**
   * Goes down in {@code tMax} epochs: {@code new CosineAnnealingLR(sgd, 100, o -> o.etaMin(1e-5))}.
   *
   * @throws TorchException if {@code tMax} is not positive, or training is resumed and a parameter group does not know
   *     its initial rate
   */
  public CosineAnnealingLR(Optimizer<?> optimizer, int tMax, UnaryOperator<CosineOptions> with) {
    this(optimizer, tMax, configured(new CosineOptions(), with));
  }

  private CosineAnnealingLR(Optimizer<?> optimizer, int tMax, CosineOptions options) {
    super(optimizer, options.lastEpoch());
    if (tMax < 1) throw new TorchException("CosineAnnealingLR: tMax is " + tMax + " (expected: > 0)");
    this.tMax = tMax;
    etaMin = options.etaMin();
    start();
  }

  @Override protected double rate(double current, double base) {
    int t = lastEpoch();
    if (starting()) return current;
    if (stepCount() == 1 && t > 0) return etaMin + (base - etaMin) * (1 + Math.cos(t * Math.PI / tMax)) / 2;
    // at the turning point the quotient below would be 0 / 0
    if (Math.floorMod(t - 1 - tMax, 2 * tMax) == 0) {
      return current + (base - etaMin) * (1 - Math.cos(Math.PI / tMax)) / 2;
    }
    return (1 + Math.cos(Math.PI * t / tMax)) / (1 + Math.cos(Math.PI * (t - 1) / tMax)) * (current - etaMin) + etaMin;
  }

  @Override protected Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("T_max", tMax);
    settings.put("eta_min", etaMin);
    return settings;
  }

  @Override protected void loadSettings(SavedValues saved) {
    tMax = (int) saved.number("T_max");
    etaMin = saved.number("eta_min");
  }
}
