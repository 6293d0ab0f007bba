package dev.jtorch.nn.padding;

/**
 * Gives images the elements of their other end around them; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad2d.html">torch.nn.CircularPad2d</a>
 */
public class CircularPad2d extends CircularPadNd<CircularPad2d> {
  /** So much left, right, top and bottom, or one amount for all. */
  public CircularPad2d(long... padding) {
    super(2, padding);
  }
}
