package dev.jtorch.optim.scheduler;

import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.ParamGroup;
import dev.jtorch.optim.SavedValues;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets the learning rates of an optimizer's parameter groups, anew at each {@link #step}.
 *
 * <p>Making a scheduler sets the rates of epoch 0; each step, which comes after the optimizer's steps of an epoch, sets those
 * of the next. Most rules change the rate that a group has, so that several schedulers work together and rates that a user
 * sets stay set. A checkpoint is loaded into the optimizer after the scheduler has been made.
 *
 * <p>A subclass's constructor ends with a call of {@link #start}.
 *
 * <p>Differs from PyTorch: there is no step to a given epoch, which PyTorch advises against.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate">How to adjust learning rate</a>
 */
public abstract class LRScheduler {

  private final Optimizer<?> optimizer;
  private final List<Double> baseLrs = new ArrayList<>();
  private List<Double> lastLr = List.of();
  private int lastEpoch;
  private int stepCount;
  private boolean starting;

  /**
   * A scheduler that has not started.
   *
   * @param lastEpoch the last epoch of the training that goes on; -1 for a new one
   * @throws TorchException if training goes on, and a group does not know what rate it once started from
   */
  protected LRScheduler(Optimizer<?> optimizer, int lastEpoch) {
    this.optimizer = optimizer;
    this.lastEpoch = lastEpoch;
    for (int i = 0; i < groups().size(); i++) baseLrs.add(baseLr(i));
  }

  private double baseLr(int index) {
    ParamGroup<?> group = groups().get(index);
    Double known = group.initialLr();
    if (known != null) return known;
    if (lastEpoch >= 0 && stepCount == 0) {
      throw new TorchException(
          ClassNames.of(getClass()) + ": param 'initial_lr' is not specified in param_groups[" + index
              + "] when resuming scheduler with lastEpoch " + lastEpoch
              + " (expected: an optimizer whose state was loaded); load it first, or start at epoch -1");
    }
    double lr = group.lr();
    group.initialLr(lr);
    return lr;
  }

  /**
   * A group's rate in the epoch that begins.
   *
   * @param current the group's rate until now
   * @param base the rate that the group started from
   */
  protected abstract double rate(double current, double base);

  /** The rule's own settings under Python's keys and in Python's order. */
  protected abstract Map<String, Object> settings();

  /** Takes over settings that {@link #settings} or Python wrote. */
  protected abstract void loadSettings(SavedValues saved);

  /** Sets the rates of the first epoch, as the last act of a constructor. */
  protected final void start() {
    starting = true;
    step();
    starting = false;
  }

  /** True while {@link #start} sets the rates of the first epoch. */
  protected final boolean starting() {
    return starting;
  }

  /** {@return how often rates have been set, including this time and the start} */
  protected final int stepCount() {
    return stepCount;
  }

  /** Goes to the next epoch and sets its rates. */
  public final void step() {
    if (stepCount == 1 && !optimizer.stepped()) {
      System.getLogger(LRScheduler.class.getName()).log(Level.WARNING,
          "Detected call of `lr_scheduler.step()` before `optimizer.step()`: the first value of the learning rate "
              + "schedule is skipped; call them in the opposite order");
    }
    stepCount++;
    lastEpoch++;
    for (int i = 0; i < groups().size(); i++) {
      if (i == baseLrs.size()) baseLrs.add(baseLr(i)); // the group is new
      ParamGroup<?> group = groups().get(i);
      group.lr(rate(group.lr(), baseLrs.get(i)));
    }
    lastLr = currentLrs();
  }

  /** {@return the rates last set, one for each parameter group} */
  public final List<Double> lastLr() {
    return lastLr;
  }

  /** {@return the number of the epoch whose rates are set; 0 for a new one} */
  public final int lastEpoch() {
    return lastEpoch;
  }

  /** {@return the optimizer whose rates are set} */
  public final Optimizer<?> optimizer() { return optimizer; }

  /** {@return everything but the optimizer, laid out as in Python} */
  public final Map<String, Object> stateDict() {
    var state = new LinkedHashMap<>(settings());
    state.put("base_lrs", List.copyOf(baseLrs));
    state.put("last_epoch", lastEpoch);
    state.put("_step_count", stepCount);
    state.put("_is_initial", false);
    state.put("_get_lr_called_within_step", false);
    state.put("_last_lr", lastLr);
    return state;
  }

  /**
   * Goes on from what {@link #stateDict} or Python's {@code state_dict()} gave. The rates themselves are the optimizer's, whose
   * state is loaded too.
   *
   * @throws TorchException if something is missing or of another kind
   */
  public final void loadStateDict(Map<String, ?> state) {
    SavedValues saved = SavedValues.of(ClassNames.of(getClass()) + ": loaded state dict", state);
    List<Double> bases = doubles(saved.numbers("base_lrs"));
    List<Double> last = doubles(saved.numbers("_last_lr"));
    int epoch = (int) saved.number("last_epoch");
    int steps = (int) saved.number("_step_count");
    loadSettings(saved);
    baseLrs.clear();
    baseLrs.addAll(bases);
    lastLr = last;
    lastEpoch = epoch;
    stepCount = steps;
  }

  private static List<Double> doubles(List<Number> numbers) {
    return numbers.stream().map(Number::doubleValue).toList();
  }

  private List<Double> currentLrs() {
    var lrs = new ArrayList<Double>();
    for (ParamGroup<?> group : groups()) lrs.add(group.lr());
    return List.copyOf(lrs);
  }

  private List<? extends ParamGroup<?>> groups() {
    return optimizer.paramGroups();
  }
}
