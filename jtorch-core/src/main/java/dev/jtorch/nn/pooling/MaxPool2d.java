package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolOptions;
import dev.jtorch.nn.functional.MaxPoolResult;
import java.util.function.UnaryOperator;

/**
 * Takes the maximum of each window of images; see {@link MaxPoolNd} for the formula, and {@link MaxPoolOptions} for the
 * options.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * {@code H' = ⌊(H + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1}, rounded up in ceil mode; {@code W'}
 * likewise.
 *
 * <pre>{@code
 * var square = new MaxPool2d(3, 2); // windows of 3 x 3, stride 2
 * Tensor y = square.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 15)
 * var oblong = new MaxPool2d(new long[] {3, 2}, o -> o.stride(2, 1));
 * Tensor z = oblong.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 31)
 * }</pre>
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html">torch.nn.MaxPool2d</a>
 */
public class MaxPool2d extends MaxPoolNd<MaxPool2d> {
  /** Windows with one size for all dimensions, whose stride is their size. */
  public MaxPool2d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows with one size for all dimensions, with a stride, in the order of PyTorch's arguments. */
  public MaxPool2d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows with one size for all dimensions, with a stride and padding, in the order of PyTorch's arguments. */
  public MaxPool2d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows with one size for all dimensions, with options. */
  public MaxPool2d(long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows with a size for each dimension, with options. */
  public MaxPool2d(long[] kernelSize, UnaryOperator<MaxPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.maxPool2d(input, kernelSize(), options()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.maxPool2dWithIndices(input, kernelSize(), options());
  }
}
