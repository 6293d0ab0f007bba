package dev.jtorch.nn.padding;

/**
 * Gives signals the elements of their other end around them; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad1d.html">torch.nn.CircularPad1d</a>
 */
public class CircularPad1d extends CircularPadNd<CircularPad1d> {
  /** So much left and right, or one amount for all. */
  public CircularPad1d(long... padding) {
    super(1, padding);
  }
}
