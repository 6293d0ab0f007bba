package dev.jtorch.optim;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.List;
import java.util.stream.IntStream;

/** {@link Adam} for tensors of any type on any device, in the operations and the order of Python's default. */
final class AdamRule {
  private final AdamOptions options;
  private final Foreach foreach;

  AdamRule(AdamOptions options, Foreach foreach) {
    this.options = options;
    this.foreach = foreach;
  }

  void update(List<Tensor> params, List<Tensor> gradients, List<ParamState> states) {
    states.forEach(ParamState::countStep);
    states.stream().mapToLong(ParamState::steps).distinct().forEach(step -> {
      int[] which = IntStream.range(0, states.size()).filter(i -> states.get(i).steps() == step).toArray();
      step(step, pick(which, params), pick(which, gradients), pick(which, states));
    });
  }

  /** Changes parameters that have taken equally many steps. */
  private void step(long step, List<Tensor> params, List<Tensor> gradients, List<ParamState> states) {
    List<Tensor> means = real(tensors(states, Adam.EXP_AVG));
    List<Tensor> squares = real(tensors(states, Adam.EXP_AVG_SQ));
    List<Tensor> realParams = real(params);
    List<Tensor> directions = decayed(realParams, real(gradients));
    foreach.lerp_(means, directions, 1 - options.beta1());
    foreach.mul_(squares, options.beta2());
    foreach.addcmul_(squares, directions, directions, 1 - options.beta2());
    if (options.amsgrad()) {
      List<Tensor> greatest = real(tensors(states, Adam.MAX_EXP_AVG_SQ));
      foreach.maximum_(greatest, squares);
      squares = greatest;
    }
    double correction1 = 1 - Math.pow(options.beta1(), (double) step);
    double correction2 = 1 - Math.pow(options.beta2(), (double) step);
    List<Tensor> roots = foreach.sqrt(squares);
    foreach.div_(roots, Math.sqrt(correction2));
    foreach.add_(roots, options.eps());
    foreach.addcdiv_(realParams, means, roots, -(options.lr() / correction1));
  }

  /** The gradients in the direction wished, with the weight decay in them where it is not the parameters' own. */
  private List<Tensor> decayed(List<Tensor> params, List<Tensor> gradients) {
    List<Tensor> directions = options.maximize() ? foreach.neg(gradients) : gradients;
    double decay = options.weightDecay();
    if (decay == 0) return directions;
    if (!options.decoupledWeightDecay()) return foreach.add(directions, params, decay);
    foreach.mul_(params, 1 - options.lr() * decay);
    return directions;
  }

  private static List<Tensor> tensors(List<ParamState> states, String name) {
    return states.stream().map(state -> state.get(name)).toList();
  }

  /** Complex numbers as pairs, whose parts have means of their own. */
  private static List<Tensor> real(List<Tensor> tensors) {
    return tensors.stream().map(t -> t.isComplex() ? Torch.viewAsReal(t) : t).toList();
  }

  private static <T> List<T> pick(int[] which, List<T> list) {
    return IntStream.of(which).mapToObj(list::get).toList();
  }
}
