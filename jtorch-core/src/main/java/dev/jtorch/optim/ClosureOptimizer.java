package dev.jtorch.optim;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An optimizer whose step evaluates the loss itself, as often as its rule needs: line searches, LBFGS.
 *
 * <p>Its users pass a closure, which clears the gradients, computes the loss, goes backward and returns the loss:
 * {@code optimizer.step(() -> { .. })}. A step without one is refused. What an evaluation makes is freed when it ends, except
 * the loss; what is to live longer says {@link Tensor#keep()}.
 *
 * @param <O> the optimizer's options
 */
public abstract class ClosureOptimizer<O extends OptimizerOptions<O>> extends Optimizer<O> {
  /** An optimizer with one group, see {@link Optimizer#Optimizer(Iterable, OptimizerOptions)}. */
  protected ClosureOptimizer(Iterable<? extends Tensor> params, O defaults) {
    super(params, defaults);
  }

  /** An optimizer with one group of parameters with names, see {@link Optimizer#Optimizer(Map, OptimizerOptions)}. */
  protected ClosureOptimizer(Map<String, ? extends Tensor> params, O defaults) {
    super(params, defaults);
  }

  /** An optimizer with these groups, see {@link Optimizer#Optimizer(List, OptimizerOptions)}. */
  protected ClosureOptimizer(List<NewGroup<O>> groups, O defaults) {
    super(groups, defaults);
  }

  /**
   * Changes the parameters, with gradients not recorded; temporaries go when it returns.
   *
   * @param loss evaluates the loss of the parameters as they are now, with gradients recorded, and leaves their gradients; the
   *     loss that it gives lives until the step ends
   * @return what the step returns, by custom the first loss
   */
  protected abstract Tensor update(Supplier<Tensor> loss);

  @Override final Tensor stepWith(Supplier<Tensor> closure) {
    return alone(() -> {
      try (var temporaries = Scope.open()) {
        return update(() -> evaluate(closure)).keep();
      }
    });
  }

  private static Tensor evaluate(Supplier<Tensor> closure) {
    try (var evaluation = Scope.open()) {
      return inGradMode(true, closure).keep();
    }
  }

  @Override protected final void update(ParamGroup<O> group) {
    throw new TorchException(
        name() + ": step has no closure (expected: step(closure), as the rule evaluates the loss itself)");
  }
}
