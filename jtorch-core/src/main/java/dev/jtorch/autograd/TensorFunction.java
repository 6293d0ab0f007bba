package dev.jtorch.autograd;

import dev.jtorch.Tensor;

/**
 * A function of one or several tensors, such as {@code in -> in[0].mul(in[1])}.
 *
 * @param <R> what it returns: a tensor, or tensors in an array, a list, a map or a record
 */
@FunctionalInterface
public interface TensorFunction<R> {
  /** The value of the function. */
  R apply(Tensor... inputs);
}
