package dev.jtorch.nn;

import dev.jtorch.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs when the gradients by a module's outputs have been computed, before its backward pass. */
@FunctionalInterface
public interface FullBackwardPreHook {
  /**
   * Sees the gradients by the tensors of a call's output, in their order. A gradient that the hook puts aside says
   * {@link Tensor#keep()}.
   *
   * @param gradOutput null for an output that the result does not depend on
   * @return what takes the place of {@code gradOutput}, of the same length; null keeps it
   */
  @Nullable List<? extends @Nullable Tensor> run(Module module, List<@Nullable Tensor> gradOutput);
}
