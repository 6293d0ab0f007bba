package dev.jtorch.nn.padding;

/**
 * Gives volumes the elements of their other end around them; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad3d.html">torch.nn.CircularPad3d</a>
 */
public class CircularPad3d extends CircularPadNd<CircularPad3d> {
  /** So much left, right, top, bottom, front and back, or one amount for all. */
  public CircularPad3d(long... padding) {
    super(3, padding);
  }
}
