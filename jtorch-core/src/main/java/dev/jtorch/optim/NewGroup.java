package dev.jtorch.optim;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Parameters that are to be a group of their own, and how their options differ from the optimizer's: what
 * {@code SGD.group(params, o -> o.lr(0.01))} makes.
 *
 * @param params the parameters, in order
 * @param names the parameters' names, one for each; empty for a group without names
 * @param with changes the optimizer's options for this group
 * @param <O> the optimizer's options
 */
public record NewGroup<O extends OptimizerOptions<O>>(List<Tensor> params, List<String> names, UnaryOperator<O> with) {
  /**
   * Copies the lists.
   *
   * @throws TorchException if only some of the parameters have names
   */
  public NewGroup {
    params = List.copyOf(params);
    names = List.copyOf(names);
    if (!names.isEmpty() && names.size() != params.size()) {
      throw new TorchException("all optimizer params should be with/without names: " + names.size() + " names for "
          + params.size() + " parameters (expected: a name for each, or none)");
    }
  }

  /** A group without names. */
  public NewGroup(List<Tensor> params, UnaryOperator<O> with) {
    this(params, List.of(), with);
  }

  /**
   * A group of these parameters, or of one tensor: {@code NewGroup.of(net.parameters(), o -> o.lr(0.1))}.
   *
   * @param with changes the optimizer's options for this group
   */
  public static <O extends OptimizerOptions<O>> NewGroup<O> of(Iterable<? extends Tensor> params,
      UnaryOperator<O> with) {
    if (params instanceof Tensor one) return new NewGroup<>(List.of(one), with);
    var list = new ArrayList<Tensor>();
    params.forEach(list::add);
    return new NewGroup<>(list, with);
  }

  /** A group of parameters with names. */
  public static <O extends OptimizerOptions<O>> NewGroup<O> of(Map<String, ? extends Tensor> params,
      UnaryOperator<O> with) {
    return new NewGroup<>(List.copyOf(params.values()), List.copyOf(params.keySet()), with);
  }
}
