package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolOptions;
import dev.jtorch.nn.functional.MaxPoolResult;
import java.util.function.UnaryOperator;

/**
 * Takes the maximum of each window of signals; see {@link MaxPoolNd} for the formula, and {@link MaxPoolOptions} for
 * the options.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = ⌊(L + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1}, rounded up in ceil mode.
 *
 * <pre>{@code
 * var pool = new MaxPool1d(3, 1); // windows of 3, stride 1
 * Tensor y = pool.call(Torch.tensor(new float[][] {{1, 2, 3, 4, 5, 6}})); // tensor([[3., 4., 5., 6.]])
 * }</pre>
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html">torch.nn.MaxPool1d</a>
 */
public class MaxPool1d extends MaxPoolNd<MaxPool1d> {
  /** Windows whose stride is their size. */
  public MaxPool1d(long kernelSize) {
    this(kernelSize, o -> o);
  }

  /** Windows with a stride, in the order of PyTorch's arguments. */
  public MaxPool1d(long kernelSize, long stride) {
    this(kernelSize, o -> o.stride(stride));
  }

  /** Windows with a stride and padding, in the order of PyTorch's arguments. */
  public MaxPool1d(long kernelSize, long stride, long padding) {
    this(kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** Windows with options. */
  public MaxPool1d(long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    this(new long[] {kernelSize}, with);
  }

  /** Windows with their size in an array, with options. */
  public MaxPool1d(long[] kernelSize, UnaryOperator<MaxPoolOptions> with) {
    super(kernelSize, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.maxPool1d(input, kernelSize(), options()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.maxPool1dWithIndices(input, kernelSize(), options());
  }
}
