package dev.jtorch.cli.train;

import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.ParamGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Multiplies the learning rate by the same factor each epoch.
 *
 * <p>The rate of an epoch does not depend on how many there will be, so that a run can be continued beyond its end.
 */
final class LrDecay {
  private static final double GAMMA = 0.9;

  private final Optimizer<?> optimizer;
  private final double initial;
  private int epoch;

  LrDecay(Optimizer<?> optimizer, double initial) {
    this.optimizer = optimizer;
    this.initial = initial;
  }

  /** {@return the learning rate of the epoch to train next} */
  double lr() { return initial * Math.pow(GAMMA, epoch); }

  /** Ends an epoch. */
  void step() {
    epoch++;
    for (ParamGroup<?> group : optimizer.paramGroups()) group.lr(lr());
  }

  /** {@return the state, under the keys of PyTorch's ExponentialLR} */
  Map<String, Object> stateDict() {
    var state = new LinkedHashMap<String, Object>();
    state.put("gamma", GAMMA);
    state.put("last_epoch", (long) epoch);
    state.put("_last_lr", List.of(lr()));
    return state;
  }

  void loadStateDict(Saved state) {
    epoch = state.count("last_epoch");
  }
}
