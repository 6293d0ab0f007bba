package dev.jtorch.optim;

import dev.jtorch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Parameters that are to be a group of their own, and how their options differ from the optimizer's: what
 * {@code SGD.group(params, o -> o.lr(0.01))} makes.
 *
 * @param params the parameters, in order
 * @param with changes the optimizer's options for this group
 * @param <O> the optimizer's options
 */
public record NewGroup<O extends OptimizerOptions<O>>(List<Tensor> params, UnaryOperator<O> with) {
  /** Copies the list. */
  public NewGroup {
    params = List.copyOf(params);
  }

  /** Goes through {@code params} once. */
  static <O extends OptimizerOptions<O>> NewGroup<O> of(Iterable<? extends Tensor> params, UnaryOperator<O> with) {
    var list = new ArrayList<Tensor>();
    params.forEach(list::add);
    return new NewGroup<>(list, with);
  }
}
