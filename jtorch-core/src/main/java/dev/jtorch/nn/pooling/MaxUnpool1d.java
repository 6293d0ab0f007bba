package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxUnpoolOptions;
import java.util.function.UnaryOperator;

/**
 * Puts the maxima that {@link MaxPool1d#withIndices} found back where they stood; see {@link MaxUnpoolNd}.
 *
 * <p>Differs from PyTorch: an output size is given to {@link #toSize}, not to the call.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool1d.html">torch.nn.MaxUnpool1d</a>
 */
public class MaxUnpool1d extends MaxUnpoolNd {
  /** For windows that moved by their own size. */
  public MaxUnpool1d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows of the same size in each dimension that moved by a stride; the numbers stand in PyTorch's order. */
  public MaxUnpool1d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows of the same size in each dimension with a stride and padding; the numbers stand in PyTorch's order. */
  public MaxUnpool1d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** For windows of the same size in each dimension, with options. */
  public MaxUnpool1d(long kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** For windows of a size for each dimension, with options. */
  public MaxUnpool1d(long[] kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    super(1, kernelSize, with);
  }

  @Override final Tensor unpool(Tensor input, Tensor indices, MaxUnpoolOptions how) {
    return F.maxUnpool1d(input, indices, kernelSize(), how);
  }
}
