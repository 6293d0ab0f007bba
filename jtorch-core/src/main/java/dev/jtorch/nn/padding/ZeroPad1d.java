package dev.jtorch.nn.padding;

import dev.jtorch.internal.text.PythonNumbers;

/**
 * Pads signals with zeros; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code y = x} inside, 0 outside.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = L + left + right}.
 *
 * <pre>{@code
 * var pad = new ZeroPad1d(2, 1); // 2 on the left, 1 on the right
 * Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[0., 0., 0., 1., 2., 3., 0.]])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad1d.html">torch.nn.ZeroPad1d</a>
 */
public class ZeroPad1d extends ConstantPad1d {
  /**
   * The amounts left and right, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 2 amounts
   */
  public ZeroPad1d(long... padding) {
    super(0, padding);
  }

  @Override protected String extraRepr() { return PythonNumbers.tuple(padding()); }
}
