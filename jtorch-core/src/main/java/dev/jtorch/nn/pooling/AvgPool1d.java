package dev.jtorch.nn.pooling;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.AvgPoolOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Takes the mean of each window of signals of shape {@code (N, C, L)}; see {@link AvgPoolNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html">torch.nn.AvgPool1d</a>
 */
public class AvgPool1d extends AvgPoolNd<AvgPool1d> {
  /** Windows that move by their own size. */
  public AvgPool1d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows of the same size in each dimension that move by a stride; the numbers stand in PyTorch's order. */
  public AvgPool1d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows of the same size in each dimension with a stride and padding; the numbers stand in PyTorch's order. */
  public AvgPool1d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows of the same size in each dimension, with options. */
  public AvgPool1d(long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows of a size for each dimension, with options. */
  public AvgPool1d(long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.avgPool1d(input, kernelSize(), options()); }

  /** PyTorch keeps these as tuples, and prints them so. */
  @Override final String text(Size sizes) {
    return SizeText.tuple(sizes);
  }
}
