package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxUnpoolOptions;
import java.util.function.UnaryOperator;

/**
 * Puts the maxima that {@link MaxPool1d#withIndices} found back into place; see {@link MaxUnpoolNd} for the formula.
 *
 * <p>Shape: maxima and indices {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = (L - 1) stride - 2 padding + kernel}.
 *
 * <pre>{@code
 * var pool = new MaxPool1d(2);
 * var unpool = new MaxUnpool1d(2);
 * MaxPoolResult pooled = pool.withIndices(Torch.tensor(new float[][] {{1, 2, 3, 4, 5, 6}})); // maxima 2, 4, 6
 * Tensor y = unpool.call(pooled); // tensor([[0., 2., 0., 4., 0., 6.]])
 * }</pre>
 *
 * <p>Differs from PyTorch: an output size is given to {@link #toSize}, not to the call.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool1d.html">torch.nn.MaxUnpool1d</a>
 */
public class MaxUnpool1d extends MaxUnpoolNd {
  /** For windows whose stride is their size. */
  public MaxUnpool1d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** For windows with a stride, in the order of PyTorch's arguments. */
  public MaxUnpool1d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** For windows with a stride and padding, in the order of PyTorch's arguments. */
  public MaxUnpool1d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /**
   * For windows with options.
   *
   * @throws dev.jtorch.ShapeException if the kernel size or an option has a number of sizes other than 1
   */
  public MaxUnpool1d(long kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /**
   * For windows with their size in an array, with options.
   *
   * @throws dev.jtorch.ShapeException if the kernel size or an option has a number of sizes other than 1
   */
  public MaxUnpool1d(long[] kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    super(1, kernelSize, with);
  }

  @Override final Tensor unpool(Tensor input, Tensor indices, MaxUnpoolOptions how) {
    return F.maxUnpool1d(input, indices, kernelSize(), how);
  }
}
