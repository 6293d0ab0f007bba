package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxUnpoolOptions;
import java.util.function.UnaryOperator;

/**
 * Puts the maxima that {@link MaxPool3d#withIndices} found back into place; see {@link MaxUnpoolNd} for the formula.
 *
 * <p>Shape: maxima and indices {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with {@code D' = (D - 1) stride - 2 padding + kernel}; {@code H'} and {@code W'} likewise.
 *
 * <pre>{@code
 * var pool = new MaxPool3d(2);
 * var unpool = new MaxUnpool3d(2);
 * MaxPoolResult pooled = pool.withIndices(Torch.randn(1, 3, 4, 6, 8));
 * Tensor y = unpool.call(pooled); // (1, 3, 4, 6, 8)
 * }</pre>
 *
 * <p>Differs from PyTorch: an output size is given to {@link #toSize}, not to the call.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool3d.html">torch.nn.MaxUnpool3d</a>
 */
public class MaxUnpool3d extends MaxUnpoolNd {
  /** For windows with one size for all dimensions, whose stride is their size. */
  public MaxUnpool3d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** For windows with one size for all dimensions, with a stride, in the order of PyTorch's arguments. */
  public MaxUnpool3d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** For windows with one size for all dimensions, with a stride and padding, in the order of PyTorch's arguments. */
  public MaxUnpool3d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /**
   * For windows with one size for all dimensions, with options.
   *
   * @throws dev.jtorch.ShapeException if the kernel size or an option has a number of sizes other than 1 or 3
   */
  public MaxUnpool3d(long kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /**
   * For windows with a size for each dimension, with options.
   *
   * @throws dev.jtorch.ShapeException if the kernel size or an option has a number of sizes other than 1 or 3
   */
  public MaxUnpool3d(long[] kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    super(3, kernelSize, with);
  }

  @Override final Tensor unpool(Tensor input, Tensor indices, MaxUnpoolOptions how) {
    return F.maxUnpool3d(input, indices, kernelSize(), how);
  }
}
