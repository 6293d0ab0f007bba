package dev.jtorch.nn;

import dev.jtorch.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs when the gradients by a module's inputs have been computed. */
@FunctionalInterface
public interface FullBackwardHook {
  /**
   * Sees the gradients by the tensors of a call's input and of its output, in their order. A gradient that the hook puts aside says
   * {@link Tensor#keep()}.
   *
   * @param gradInput zeros for an input that has none, and null for all where no input requires a gradient
   * @param gradOutput null for an output that the result does not depend on
   * @return what takes the place of {@code gradInput}, of the same length; null keeps it
   */
  @Nullable List<? extends @Nullable Tensor> run(Module module, List<@Nullable Tensor> gradInput,
      List<@Nullable Tensor> gradOutput);
}
