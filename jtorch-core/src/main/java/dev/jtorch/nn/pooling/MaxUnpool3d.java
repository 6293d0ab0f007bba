package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxUnpoolOptions;
import java.util.function.UnaryOperator;

/**
 * Puts the maxima that {@link MaxPool3d#withIndices} found back where they stood; see {@link MaxUnpoolNd}.
 *
 * <p>Differs from PyTorch: an output size is given to {@link #toSize}, not to the call.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool3d.html">torch.nn.MaxUnpool3d</a>
 */
public class MaxUnpool3d extends MaxUnpoolNd {
  /** For windows that moved by their own size. */
  public MaxUnpool3d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows of the same size in each dimension that moved by a stride; the numbers stand in PyTorch's order. */
  public MaxUnpool3d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows of the same size in each dimension with a stride and padding; the numbers stand in PyTorch's order. */
  public MaxUnpool3d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** For windows of the same size in each dimension, with options. */
  public MaxUnpool3d(long kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** For windows of a size for each dimension, with options. */
  public MaxUnpool3d(long[] kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    super(3, kernelSize, with);
  }

  @Override final Tensor unpool(Tensor input, Tensor indices, MaxUnpoolOptions how) {
    return F.maxUnpool3d(input, indices, kernelSize(), how);
  }
}
