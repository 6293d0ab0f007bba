package dev.jtorch.optim.scheduler;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.io.pickle.Dict;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SavedValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Multiplies the learning rates by gamma at the beginning of each milestone epoch; a milestone listed twice counts
 * twice.
 *
 * <p>Formula: for epoch t, {@code base · gamma^n}, where n is the number of milestones up to t
 *
 * <pre>{@code
 * var scheduler = new MultiStepLR(sgd, List.of(2, 3), 0.1); // rates 0.1, 0.1, 0.01, 0.001, 0.001
 * for (int epoch = 0; epoch < 4; epoch++) {
 *   trainOneEpoch(net, sgd);
 *   scheduler.step();
 * }
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html">MultiStepLR</a>
 */
public final class MultiStepLR extends LRScheduler {
  private Map<Integer, Integer> milestones = new LinkedHashMap<>();
  private double gamma;

  /** Multiplies the rates by 0.1 at the milestones. */
  public MultiStepLR(Optimizer<?> optimizer, List<Integer> milestones) {
    this(optimizer, milestones, o -> o);
  }

  /** Multiplies the rates by {@code gamma} at the milestones. */
  public MultiStepLR(Optimizer<?> optimizer, List<Integer> milestones, double gamma) {
    this(optimizer, milestones, o -> o.gamma(gamma));
  }

  /**
   * Multiplies the rates at the milestones: {@code new MultiStepLR(sgd, List.of(30, 80), o -> o.gamma(0.5))}.
   *
   * @throws dev.jtorch.TorchException if training is resumed and a parameter group does not know its initial rate
   */
  public MultiStepLR(Optimizer<?> optimizer, List<Integer> milestones, UnaryOperator<DecayOptions> with) {
    this(optimizer, milestones, configured(new DecayOptions(), with));
  }

  private MultiStepLR(Optimizer<?> optimizer, List<Integer> milestones, DecayOptions options) {
    super(optimizer, options.lastEpoch());
    for (int milestone : milestones) this.milestones.merge(milestone, 1, Integer::sum);
    gamma = options.gamma();
    start();
  }

  @Override protected double rate(double current, double base) {
    Integer times = milestones.get(lastEpoch());
    return times == null ? current : current * Math.pow(gamma, times);
  }

  @Override protected Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    var counter = new Dict(Dict.Kind.COUNTER);
    counter.putAll(milestones);
    settings.put("milestones", counter);
    settings.put("gamma", gamma);
    return settings;
  }

  @Override protected void loadSettings(SavedValues saved) {
    milestones = saved.counts("milestones");
    gamma = saved.number("gamma");
  }
}
