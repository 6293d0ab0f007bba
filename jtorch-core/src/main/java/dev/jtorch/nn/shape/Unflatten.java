package dev.jtorch.nn.shape;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;

/**
 * Divides one dimension into several.
 *
 * <p>Shape: input {@code (*, S, *)}, output {@code (*, U1, .., Un, *)} with {@code U1 · .. · Un = S}.
 *
 * <pre>{@code
 * var unflatten = new Unflatten(1, 2, 5, 5);
 * Tensor y = unflatten.call(Torch.randn(2, 50)); // (2, 2, 5, 5)
 * }</pre>
 *
 * <p>Differs from PyTorch: dimensions have no names.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Unflatten.html">torch.nn.Unflatten</a>
 */
public class Unflatten extends FluentLayer<Unflatten> {
  private final int dim;
  private final long[] unflattenedSize;

  /**
   * Divides a dimension.
   *
   * @param dim counted from the end where it is negative
   * @param unflattenedSize the sizes that take its place; one of them may be -1, for what is left
   */
  public Unflatten(int dim, long... unflattenedSize) {
    this.dim = dim;
    this.unflattenedSize = required(unflattenedSize).clone();
  }

  @Override protected Tensor forward(Tensor input) { return input.unflatten(dim, unflattenedSize); }

  @Override protected String extraRepr() {
    return "dim=" + dim + ", unflattened_size=" + PythonNumbers.tuple(unflattenedSize);
  }
}
