package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolOptions;
import dev.jtorch.nn.functional.MaxPoolResult;
import java.util.function.UnaryOperator;

/**
 * Takes the maximum of each window of signals of shape {@code (N, C, L)}; see {@link MaxPoolNd}.
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html">torch.nn.MaxPool1d</a>
 */
public class MaxPool1d extends MaxPoolNd<MaxPool1d> {
  /** Windows that move by their own size. */
  public MaxPool1d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows of the same size in each dimension that move by a stride; the numbers stand in PyTorch's order. */
  public MaxPool1d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows of the same size in each dimension with a stride and padding; the numbers stand in PyTorch's order. */
  public MaxPool1d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows of the same size in each dimension, with options. */
  public MaxPool1d(long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows of a size for each dimension, with options. */
  public MaxPool1d(long[] kernelSize, UnaryOperator<MaxPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.maxPool1d(input, kernelSize(), options()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.maxPool1dWithIndices(input, kernelSize(), options());
  }
}
