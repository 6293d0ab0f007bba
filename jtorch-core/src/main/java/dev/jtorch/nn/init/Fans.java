package dev.jtorch.nn.init;

import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;

/**
 * How many inputs an output of a weight has, and how many outputs an input.
 *
 * @param in inputs of one output: the second size times the kernel's
 * @param out outputs of one input: the first size times the kernel's
 */
public record Fans(long in, long out) {
  /**
   * The fans of a weight of shape {@code (out, in, *kernel)}.
   *
   * @throws ShapeException if it has fewer than two dimensions
   */
  public static Fans of(Tensor weight) {
    Size shape = weight.shape();
    if (shape.size() < 2) {
      throw new ShapeException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
    }
    long receptiveField = 1;
    for (int dim = 2; dim < shape.size(); dim++) receptiveField *= shape.get(dim);
    return new Fans(shape.get(1) * receptiveField, shape.get(0) * receptiveField);
  }
}
