package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.AvgPoolOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Takes the mean of each window of images of shape {@code (N, C, H, W)}; see {@link AvgPoolNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html">torch.nn.AvgPool2d</a>
 */
public class AvgPool2d extends AvgPoolNd<AvgPool2d> {
  /** Windows that move by their own size. */
  public AvgPool2d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows of the same size in each dimension that move by a stride; the numbers stand in PyTorch's order. */
  public AvgPool2d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows of the same size in each dimension with a stride and padding; the numbers stand in PyTorch's order. */
  public AvgPool2d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows of the same size in each dimension, with options. */
  public AvgPool2d(long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows of a size for each dimension, with options. */
  public AvgPool2d(long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.avgPool2d(input, kernelSize(), options()); }
}
