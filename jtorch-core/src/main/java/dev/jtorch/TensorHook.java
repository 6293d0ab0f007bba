package dev.jtorch;

import org.jspecify.annotations.Nullable;

/** Runs when a tensor's gradient has been computed. */
@FunctionalInterface
public interface TensorHook {
  /**
   * Sees the gradient; what it returns takes the gradient's place, null keeps it. It should not change the gradient in place.
   *
   * @param grad of the tensor's shape, dtype and device, which what is returned must have too
   */
  @Nullable Tensor run(Tensor grad);
}
