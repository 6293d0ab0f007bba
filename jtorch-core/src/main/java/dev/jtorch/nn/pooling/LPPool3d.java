package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.LpPoolOptions;
import java.util.function.UnaryOperator;

/**
 * Takes the p-norm of each window of volumes; see {@link LPPoolNd} for the formula, and {@link LpPoolOptions} for the
 * options.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with {@code D' = ⌊(D - kernel) / stride⌋ + 1}, rounded up in ceil mode; {@code H'} and
 * {@code W'} likewise.
 *
 * <pre>{@code
 * var pool = new LPPool3d(2, 3, 2); // windows of 3 x 3 x 3, stride 2
 * Tensor y = pool.call(Torch.randn(2, 4, 20, 44, 31)); // (2, 4, 9, 21, 15)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool3d.html">torch.nn.LPPool3d</a>
 */
public class LPPool3d extends LPPoolNd<LPPool3d> {
  /** Windows with one size for all dimensions, whose stride is their size. */
  public LPPool3d(double normType, long kernelSize) {
    this(normType, kernelSize, o -> o);
  }

  /** Windows with one size for all dimensions, with a stride, in the order of PyTorch's arguments. */
  public LPPool3d(double normType, long kernelSize, long stride) {
    this(normType, kernelSize, o -> o.stride(stride));
  }

  /** Windows with one size for all dimensions, with options. */
  public LPPool3d(double normType, long kernelSize, UnaryOperator<LpPoolOptions> with) {
    this(normType, new long[] {kernelSize}, with);
  }

  /** Windows with a size for each dimension, with options. */
  public LPPool3d(double normType, long[] kernelSize, UnaryOperator<LpPoolOptions> with) {
    super(normType, kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) {
    return F.lpPool3d(input, normType(), kernelSize(), options());
  }
}
