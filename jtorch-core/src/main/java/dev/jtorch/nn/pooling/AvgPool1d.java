package dev.jtorch.nn.pooling;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.AvgPoolOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Takes the mean of each window of signals; see {@link AvgPoolNd} for the formula, and {@link AvgPoolOptions} for the
 * options.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = ⌊(L + 2 padding - kernel) / stride⌋ + 1}, rounded up in ceil mode.
 *
 * <pre>{@code
 * var pool = new AvgPool1d(3, 1); // windows of 3, stride 1
 * Tensor y = pool.call(Torch.tensor(new float[][] {{1, 2, 3, 4, 5, 6}})); // tensor([[2., 3., 4., 5.]])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html">torch.nn.AvgPool1d</a>
 */
public class AvgPool1d extends AvgPoolNd<AvgPool1d> {
  /** Windows whose stride is their size. */
  public AvgPool1d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows with a stride, in the order of PyTorch's arguments. */
  public AvgPool1d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows with a stride and padding, in the order of PyTorch's arguments. */
  public AvgPool1d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows with options. */
  public AvgPool1d(long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows with their size in an array, with options. */
  public AvgPool1d(long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.avgPool1d(input, kernelSize(), options()); }

  /** PyTorch keeps these as tuples, and prints them so. */
  @Override final String text(Size sizes) {
    return SizeText.tuple(sizes);
  }
}
