package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.LpPoolOptions;
import java.util.function.UnaryOperator;

/**
 * Takes the p-norm of each window of signals; see {@link LPPoolNd} for the formula, and {@link LpPoolOptions} for the
 * options.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = ⌊(L - kernel) / stride⌋ + 1}, rounded up in ceil mode.
 *
 * <pre>{@code
 * var pool = new LPPool1d(2, 3); // the 2-norm of windows of 3
 * Tensor y = pool.call(Torch.randn(20, 16, 50)); // (20, 16, 16)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool1d.html">torch.nn.LPPool1d</a>
 */
public class LPPool1d extends LPPoolNd<LPPool1d> {
  /** Windows whose stride is their size. */
  public LPPool1d(double normType, long kernelSize) {
    this(normType, kernelSize, o -> o);
  }

  /** Windows with a stride, in the order of PyTorch's arguments. */
  public LPPool1d(double normType, long kernelSize, long stride) {
    this(normType, kernelSize, o -> o.stride(stride));
  }

  /** Windows with options. */
  public LPPool1d(double normType, long kernelSize, UnaryOperator<LpPoolOptions> with) {
    this(normType, new long[] {kernelSize}, with);
  }

  /** Windows with their size in an array, with options. */
  public LPPool1d(double normType, long[] kernelSize, UnaryOperator<LpPoolOptions> with) {
    super(normType, kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) {
    return F.lpPool1d(input, normType(), kernelSize(), options());
  }
}
