package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.AvgPoolOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Takes the mean of each window of volumes; see {@link AvgPoolNd} for the formula, and {@link AvgPoolOptions} for the
 * options.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with {@code D' = ⌊(D + 2 padding - kernel) / stride⌋ + 1}, rounded up in ceil mode;
 * {@code H'} and {@code W'} likewise.
 *
 * <pre>{@code
 * var pool = new AvgPool3d(3, 2); // windows of 3 x 3 x 3, stride 2
 * Tensor y = pool.call(Torch.randn(2, 4, 20, 44, 31)); // (2, 4, 9, 21, 15)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool3d.html">torch.nn.AvgPool3d</a>
 */
public class AvgPool3d extends AvgPoolNd<AvgPool3d> {
  /** Windows with one size for all dimensions, whose stride is their size. */
  public AvgPool3d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows with one size for all dimensions, with a stride, in the order of PyTorch's arguments. */
  public AvgPool3d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows with one size for all dimensions, with a stride and padding, in the order of PyTorch's arguments. */
  public AvgPool3d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows with one size for all dimensions, with options. */
  public AvgPool3d(long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows with a size for each dimension, with options. */
  public AvgPool3d(long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.avgPool3d(input, kernelSize(), options()); }
}
