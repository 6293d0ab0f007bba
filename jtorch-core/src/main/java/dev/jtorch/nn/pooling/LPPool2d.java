package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.LpPoolOptions;
import java.util.function.UnaryOperator;

/**
 * Takes the p-norm of each window of images; see {@link LPPoolNd} for the formula, and {@link LpPoolOptions} for the
 * options.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * {@code H' = ⌊(H - kernel) / stride⌋ + 1}, rounded up in ceil mode; {@code W'} likewise.
 *
 * <pre>{@code
 * var square = new LPPool2d(2, 3, 2); // windows of 3 x 3, stride 2
 * Tensor y = square.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 15)
 * var oblong = new LPPool2d(2, new long[] {3, 2}, o -> o.stride(2, 1));
 * Tensor z = oblong.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 31)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool2d.html">torch.nn.LPPool2d</a>
 */
public class LPPool2d extends LPPoolNd<LPPool2d> {
  /** Windows with one size for all dimensions, whose stride is their size. */
  public LPPool2d(double normType, long kernelSize) {
    this(normType, kernelSize, o -> o);
  }

  /** Windows with one size for all dimensions, with a stride, in the order of PyTorch's arguments. */
  public LPPool2d(double normType, long kernelSize, long stride) {
    this(normType, kernelSize, o -> o.stride(stride));
  }

  /** Windows with one size for all dimensions, with options. */
  public LPPool2d(double normType, long kernelSize, UnaryOperator<LpPoolOptions> with) {
    this(normType, new long[] {kernelSize}, with);
  }

  /** Windows with a size for each dimension, with options. */
  public LPPool2d(double normType, long[] kernelSize, UnaryOperator<LpPoolOptions> with) {
    super(normType, kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) {
    return F.lpPool2d(input, normType(), kernelSize(), options());
  }
}
