package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.AvgPoolOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Takes the mean of each window of images; see {@link AvgPoolNd} for the formula, and {@link AvgPoolOptions} for the
 * options.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * {@code H' = ⌊(H + 2 padding - kernel) / stride⌋ + 1}, rounded up in ceil mode; {@code W'} likewise.
 *
 * <pre>{@code
 * var square = new AvgPool2d(3, 2); // windows of 3 x 3, stride 2
 * Tensor y = square.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 15)
 * var oblong = new AvgPool2d(new long[] {3, 2}, o -> o.stride(2, 1));
 * Tensor z = oblong.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 31)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html">torch.nn.AvgPool2d</a>
 */
public class AvgPool2d extends AvgPoolNd<AvgPool2d> {
  /** Windows with one size for all dimensions, whose stride is their size. */
  public AvgPool2d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows with one size for all dimensions, with a stride, in the order of PyTorch's arguments. */
  public AvgPool2d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows with one size for all dimensions, with a stride and padding, in the order of PyTorch's arguments. */
  public AvgPool2d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows with one size for all dimensions, with options. */
  public AvgPool2d(long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows with a size for each dimension, with options. */
  public AvgPool2d(long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.avgPool2d(input, kernelSize(), options()); }
}
