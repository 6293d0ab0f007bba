package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.LpPoolOptions;
import java.util.function.UnaryOperator;

/**
 * Takes the p-norm of each window of images of shape {@code (N, C, H, W)}; see {@link LPPoolNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool2d.html">torch.nn.LPPool2d</a>
 */
public class LPPool2d extends LPPoolNd<LPPool2d> {
  /** Windows that move by their own size. */
  public LPPool2d(double normType, long kernelSize) {
    this(normType, kernelSize, o -> o);
  }

  /** Windows of the same size in each dimension that move by a stride; the numbers stand in PyTorch's order. */
  public LPPool2d(double normType, long kernelSize, long stride) {
    this(normType, kernelSize, o -> o.stride(stride));
  }

  /** Windows of the same size in each dimension, with options. */
  public LPPool2d(double normType, long kernelSize, UnaryOperator<LpPoolOptions> with) {
    this(normType, new long[] {kernelSize}, with);
  }

  /** Windows of a size for each dimension, with options. */
  public LPPool2d(double normType, long[] kernelSize, UnaryOperator<LpPoolOptions> with) {
    super(normType, kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) {
    return F.lpPool2d(input, normType(), kernelSize(), options());
  }
}
