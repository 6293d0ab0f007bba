package dev.jtorch.optim.scheduler;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.TorchException;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SavedValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Multiplies the learning rates by a factor that goes linearly from {@code startFactor} to {@code endFactor} and then
 * stays there; mostly used to warm up.
 *
 * <p>Formula: for epoch t, {@code base · (startFactor + (endFactor − startFactor) · min(t, totalIters) / totalIters)}
 *
 * <pre>{@code
 * var scheduler = new LinearLR(sgd, o -> o.startFactor(0.5).totalIters(2)); // rates 0.05, 0.075, 0.1, 0.1, 0.1
 * for (int epoch = 0; epoch < 4; epoch++) {
 *   trainOneEpoch(net, sgd);
 *   scheduler.step();
 * }
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html">LinearLR</a>
 */
public final class LinearLR extends LRScheduler {
  private double startFactor;
  private double endFactor;
  private int totalIters;

  /** Goes from a third of the rates to the whole in 5 epochs. */
  public LinearLR(Optimizer<?> optimizer) {
    this(optimizer, o -> o);
  }

  /**
   * Goes from one factor to another in {@code totalIters} epochs.
   *
   * @throws TorchException if the first factor is not in (0, 1], or the last not in [0, 1]
   */
  public LinearLR(Optimizer<?> optimizer, double startFactor, double endFactor, int totalIters) {
    this(optimizer, o -> o.startFactor(startFactor).endFactor(endFactor).totalIters(totalIters));
  }

  /**
   * Goes from one factor to another: {@code new LinearLR(sgd, o -> o.startFactor(0.1).totalIters(10))}.
   *
   * @throws TorchException if the first factor is not in (0, 1], or the last not in [0, 1]
   */
  public LinearLR(Optimizer<?> optimizer, UnaryOperator<LinearOptions> with) {
    this(optimizer, configured(new LinearOptions(), with));
  }

  private LinearLR(Optimizer<?> optimizer, LinearOptions options) {
    super(optimizer, options.lastEpoch());
    startFactor = options.startFactor();
    endFactor = options.endFactor();
    totalIters = options.totalIters();
    if (startFactor > 1 || startFactor <= 0) throw wrong("startFactor", startFactor, "greater than 0 and at most 1");
    if (endFactor > 1 || endFactor < 0) throw wrong("endFactor", endFactor, "between 0 and 1");
    start();
  }

  private static TorchException wrong(String name, double factor, String expected) {
    return new TorchException("LinearLR: " + name + " is " + factor + " (expected: " + expected + ")");
  }

  @Override protected double rate(double current, double base) {
    if (lastEpoch() == 0) return current * startFactor;
    if (starting() || lastEpoch() > totalIters) return current;
    double way = endFactor - startFactor;
    return current * (1 + way / (totalIters * startFactor + (lastEpoch() - 1) * way));
  }

  @Override protected Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("start_factor", startFactor);
    settings.put("end_factor", endFactor);
    settings.put("total_iters", totalIters);
    return settings;
  }

  @Override protected void loadSettings(SavedValues saved) {
    startFactor = saved.number("start_factor");
    endFactor = saved.number("end_factor");
    totalIters = (int) saved.number("total_iters");
  }
}
