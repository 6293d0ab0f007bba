package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Function} of several outputs.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.Function">torch.autograd.Function</a>
 */
public abstract non-sealed class MultiFunction extends CustomFunction {
  /**
   * Computes the outputs; what it does is not recorded.
   *
   * @param ctx takes what {@link #backward} will need
   */
  protected abstract Tensor[] forward(FunctionContext ctx, @Nullable Tensor... inputs);

  /** Calls the function; its outputs are part of the graph if an input requires a gradient and gradients are recorded. */
  public final List<Tensor> apply(@Nullable Tensor... inputs) {
    return call(inputs);
  }

  @Override final Tensor[] outputs(FunctionContext ctx, @Nullable Tensor[] inputs) { return forward(ctx, inputs); }
}
