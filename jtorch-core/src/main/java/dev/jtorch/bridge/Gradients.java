package dev.jtorch.bridge;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenIndexing;

/** Clears gradients as {@code Module.zero_grad} and {@code Optimizer.zero_grad} do, for the packages of both. */
public final class Gradients {
  private Gradients() {}

  /** Removes the gradient or, with false, takes it out of any graph and fills it with zeros. */
  public static void clear(Tensor parameter, boolean setToNone) {
    if (setToNone) {
      parameter.grad(null); // without a look at it, which would make a handle that holds the memory
      return;
    }
    Tensor grad = parameter.grad();
    if (grad == null) return;
    if (grad.gradFn() != null) grad.detach_();
    else grad.requiresGrad_(false);
    AtenIndexing.zero_(Bridge.handle(grad));
  }
}
