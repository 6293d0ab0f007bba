package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolOptions;
import dev.jtorch.nn.functional.MaxPoolResult;
import java.util.function.UnaryOperator;

/**
 * Takes the maximum of each window of volumes; see {@link MaxPoolNd} for the formula, and {@link MaxPoolOptions} for
 * the options.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with {@code D' = ⌊(D + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1}, rounded up in
 * ceil mode; {@code H'} and {@code W'} likewise.
 *
 * <pre>{@code
 * var pool = new MaxPool3d(3, 2); // windows of 3 x 3 x 3, stride 2
 * Tensor y = pool.call(Torch.randn(2, 4, 20, 44, 31)); // (2, 4, 9, 21, 15)
 * }</pre>
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool3d.html">torch.nn.MaxPool3d</a>
 */
public class MaxPool3d extends MaxPoolNd<MaxPool3d> {
  /** Windows with one size for all dimensions, whose stride is their size. */
  public MaxPool3d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows with one size for all dimensions, with a stride, in the order of PyTorch's arguments. */
  public MaxPool3d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows with one size for all dimensions, with a stride and padding, in the order of PyTorch's arguments. */
  public MaxPool3d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows with one size for all dimensions, with options. */
  public MaxPool3d(long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows with a size for each dimension, with options. */
  public MaxPool3d(long[] kernelSize, UnaryOperator<MaxPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.maxPool3d(input, kernelSize(), options()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.maxPool3dWithIndices(input, kernelSize(), options());
  }
}
