package dev.jtorch.nn.shape;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;

/**
 * Joins a range of dimensions into one, by default all but the first.
 *
 * <p>Shape: input {@code (*, S_start, .., S_end, *)}, output {@code (*, S_start · .. · S_end, *)}.
 *
 * <pre>{@code
 * var flatten = new Flatten();
 * Tensor y = flatten.call(Torch.randn(32, 1, 5, 5)); // (32, 25)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Flatten.html">torch.nn.Flatten</a>
 */
public class Flatten extends FluentLayer<Flatten> {
  private final int startDim;
  private final int endDim;

  /** Joins all dimensions but the first. */
  public Flatten() {
    this(1);
  }

  /** Joins the dimensions from {@code startDim} to the last. */
  public Flatten(int startDim) {
    this(startDim, -1);
  }

  /** Joins the dimensions from {@code startDim} to {@code endDim}, both included; negative ones count from the end. */
  public Flatten(int startDim, int endDim) {
    this.startDim = startDim;
    this.endDim = endDim;
  }

  @Override protected Tensor forward(Tensor input) { return input.flatten(startDim, endDim); }

  @Override protected String extraRepr() { return "start_dim=" + startDim + ", end_dim=" + endDim; }
}
