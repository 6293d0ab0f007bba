package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code with a gradient of its own: what {@link Function}, of one output, and {@link MultiFunction}, of several, share.
 *
 * <p>{@code forward} runs without recording, on the inputs as they are. If an input requires a gradient, the outputs do too, and
 * a backward pass through them calls {@link #backward}. Arguments that are no tensors are fields of the function or go through
 * {@link FunctionContext#set}.
 */
public abstract sealed class CustomFunction permits Function, MultiFunction {
  CustomFunction() {}

  /**
   * Computes the gradients by the inputs.
   *
   * @param ctx the context that {@code forward} had
   * @param gradOutputs the gradient by each output; zeros where there is none, or null with
   *     {@link FunctionContext#setMaterializeGrads setMaterializeGrads(false)}
   * @return a gradient for each input of {@code forward}, null for those that have none; more nulls may follow
   * @throws TorchException unless it is overridden
   */
  protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... gradOutputs) {
    throw new TorchException("You must implement either the backward or vjp method for your custom autograd.Function to"
        + " use it with backward mode AD.");
  }

  abstract Tensor[] outputs(FunctionContext ctx, @Nullable Tensor[] inputs);

  final List<Tensor> call(@Nullable Tensor[] inputs) { return new FunctionCall(this, inputs).run(); }

  /** The name of its node in the graph, as {@link Tensor#gradFn()} and messages show it. */
  final String nodeName() {
    return ClassNames.of(getClass()) + "Backward";
  }
}
