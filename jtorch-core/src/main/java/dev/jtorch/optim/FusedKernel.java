package dev.jtorch.optim;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.FusedUpdate;
import dev.jtorch.internal.NativeTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An optimizer's rule as one of LibTorch's fused kernels, which change all parameters of a group in one native call.
 *
 * <p>A group's preparation serves until its parameters, the set of its gradients or their layout change.
 */
abstract class FusedKernel<O extends OptimizerOptions<O>> {
  private static final NativeTensor[] NO_TENSORS = {};

  private final Map<ParamGroup<O>, Prepared<O>> prepared = new HashMap<>();

  /** A native call, and what it was made for. */
  private static final class Prepared<O> {
    final FusedUpdate update;
    final List<ParamState> states;
    final List<Tensor> counters;
    @Nullable O options;

    Prepared(FusedUpdate update, List<ParamState> states, List<Tensor> counters) {
      this.update = update;
      this.states = states;
      this.counters = counters;
    }

    void run() {
      // the kernel reads the number of the step that it takes
      for (Tensor counter : counters) AtenArithmetic.add_(Bridge.handle(counter), 1, 1);
      states.forEach(ParamState::countStep);
      update.run();
    }

    void close() {
      update.close();
      counters.forEach(Tensor::close);
    }
  }

  abstract String operator(O options);

  /** The states in the order of the kernel's schema. */
  abstract List<NativeTensor[]> lists(List<ParamState> states, O options);

  /** Whether the last list is of the number of each parameter's step. */
  abstract boolean countsSteps();

  /** What stands behind the lists in the schema. */
  abstract @Nullable Object[] arguments(O options);

  /** Whether a change from one to the other leaves operator and lists as they are. */
  abstract boolean sameLists(O before, O after);

  static NativeTensor[] list(List<ParamState> states, String name) {
    return states.stream().map(state -> Bridge.handle(state.get(name))).toArray(NativeTensor[]::new);
  }

  static NativeTensor[] noList() { return NO_TENSORS; }

  /** Takes a step like the last one; false, with nothing changed, if this one differs. */
  final boolean again(ParamGroup<O> group) {
    Prepared<O> known = prepared.get(group);
    if (known == null) return false;
    if (!adapt(known, group.options()) || !known.update.takeGradients()) {
      forget(group);
      return false;
    }
    known.run();
    return true;
  }

  private boolean adapt(Prepared<O> known, O options) {
    O before = known.options;
    if (before == options) return true;
    if (before != null && !sameLists(before, options)) return false;
    known.update.arguments(arguments(options));
    known.options = options;
    return true;
  }

  /**
   * Takes a step and prepares for the next ones; false, with nothing changed, if the kernel cannot do it.
   *
   * @param active the group's parameters that have a gradient; their states are complete
   * @param states the states of the active parameters
   */
  final boolean first(ParamGroup<O> group, List<Tensor> active, List<ParamState> states) {
    List<NativeTensor> idle =
        group.params().stream().filter(p -> !ParamGroup.hasGradient(p)).map(Bridge::handle).toList();
    var counters = new HashMap<Long, Tensor>();
    var steps = new ArrayList<NativeTensor[]>();
    if (countsSteps()) {
      // parameters with the same number of steps share a counter, so that a step adds one but once
      steps.add(states.stream().map(s -> Bridge.handle(counters.computeIfAbsent(s.steps(), ParamState::counter)))
          .toArray(NativeTensor[]::new));
    }
    FusedUpdate update = FusedUpdate.prepare(operator(group.options()), Bridge.handles(active),
        lists(states, group.options()), steps, idle.toArray(NativeTensor[]::new));
    if (update == null) return false;
    prepared.put(group, new Prepared<>(update, states, List.copyOf(counters.values())));
    return again(group);
  }

  private void forget(ParamGroup<O> group) {
    Prepared<O> known = prepared.remove(group);
    if (known != null) known.close();
  }

  /** Drops all preparations, because the states are others now. */
  final void forgetAll() {
    prepared.values().forEach(Prepared::close);
    prepared.clear();
  }
}
