package dev.jtorch.nn.padding;

import dev.jtorch.internal.text.PythonNumbers;

/**
 * Pads volumes with zeros; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code y = x} inside, 0 outside.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with {@code W' = W + left + right}, {@code H' = H + top + bottom} and
 * {@code D' = D + front + back}.
 *
 * <pre>{@code
 * var pad = new ZeroPad3d(3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
 * Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad3d.html">torch.nn.ZeroPad3d</a>
 */
public class ZeroPad3d extends ConstantPad3d {
  /**
   * The amounts left, right, top, bottom, front and back, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 6 amounts
   */
  public ZeroPad3d(long... padding) {
    super(0, padding);
  }

  @Override protected String extraRepr() { return PythonNumbers.tuple(padding()); }
}
