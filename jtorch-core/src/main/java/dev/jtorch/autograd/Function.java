package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A differentiable function of tensors whose gradient is written by hand.
 *
 * <pre>{@code
 * class Exp extends Function {
 *   @Override protected Tensor forward(FunctionContext ctx, Tensor... inputs) {
 *     Tensor result = inputs[0].exp();
 *     ctx.saveForBackward(result);
 *     return result;
 *   }
 *
 *   @Override protected Tensor[] backward(FunctionContext ctx, Tensor... gradOutputs) {
 *     return new Tensor[] {gradOutputs[0].mul(ctx.savedTensor(0))};
 *   }
 * }
 * Tensor y = new Exp().apply(x);
 * }</pre>
 *
 * <p>Differs from PyTorch: a function is an object, whose fields hold what is no tensor, rather than a class of static methods;
 * a function of several outputs is a {@link MultiFunction}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.Function">torch.autograd.Function</a>
 */
public abstract non-sealed class Function extends CustomFunction {
  /**
   * Computes the output; what it does is not recorded.
   *
   * @param ctx takes what {@link #backward} will need
   */
  protected abstract Tensor forward(FunctionContext ctx, @Nullable Tensor... inputs);

  /** Calls the function; its output is part of the graph if an input requires a gradient and gradients are recorded. */
  public final Tensor apply(@Nullable Tensor... inputs) {
    return call(inputs).get(0);
  }

  @Override final Tensor[] outputs(FunctionContext ctx, @Nullable Tensor[] inputs) {
    return new Tensor[] {forward(ctx, inputs)};
  }
}
