package dev.jtorch.nn.padding;

import dev.jtorch.internal.text.PythonNumbers;

/**
 * Pads images with zeros; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code y = x} inside, 0 outside.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * {@code W' = W + left + right} and {@code H' = H + top + bottom}.
 *
 * <pre>{@code
 * var pad = new ZeroPad2d(1, 1, 2, 0); // left, right, top, bottom
 * Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad2d.html">torch.nn.ZeroPad2d</a>
 */
public class ZeroPad2d extends ConstantPad2d {
  /**
   * The amounts left, right, top and bottom, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 4 amounts
   */
  public ZeroPad2d(long... padding) {
    super(0, padding);
  }

  @Override protected String extraRepr() { return PythonNumbers.tuple(padding()); }
}
