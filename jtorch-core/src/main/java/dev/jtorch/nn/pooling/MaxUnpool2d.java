package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxUnpoolOptions;
import java.util.function.UnaryOperator;

/**
 * Puts the maxima that {@link MaxPool2d#withIndices} found back into place; see {@link MaxUnpoolNd} for the formula.
 *
 * <p>Shape: maxima and indices {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or
 * {@code (C, H', W')}, with {@code H' = (H - 1) stride - 2 padding + kernel}; {@code W'} likewise.
 *
 * <pre>{@code
 * var pool = new MaxPool2d(2);
 * var unpool = new MaxUnpool2d(2);
 * MaxPoolResult pooled = pool.withIndices(Torch.randn(1, 3, 4, 4));
 * Tensor y = unpool.call(pooled); // (1, 3, 4, 4)
 * }</pre>
 *
 * <p>Differs from PyTorch: an output size is given to {@link #toSize}, not to the call.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool2d.html">torch.nn.MaxUnpool2d</a>
 */
public class MaxUnpool2d extends MaxUnpoolNd {
  /** For windows with one size for all dimensions, whose stride is their size. */
  public MaxUnpool2d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** For windows with one size for all dimensions, with a stride, in the order of PyTorch's arguments. */
  public MaxUnpool2d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** For windows with one size for all dimensions, with a stride and padding, in the order of PyTorch's arguments. */
  public MaxUnpool2d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /**
   * For windows with one size for all dimensions, with options.
   *
   * @throws dev.jtorch.ShapeException if the kernel size or an option has a number of sizes other than 1 or 2
   */
  public MaxUnpool2d(long kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /**
   * For windows with a size for each dimension, with options.
   *
   * @throws dev.jtorch.ShapeException if the kernel size or an option has a number of sizes other than 1 or 2
   */
  public MaxUnpool2d(long[] kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    super(2, kernelSize, with);
  }

  @Override final Tensor unpool(Tensor input, Tensor indices, MaxUnpoolOptions how) {
    return F.maxUnpool2d(input, indices, kernelSize(), how);
  }
}
