package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import java.util.List;

/**
 * The products of the derivatives of a function of several tensors and a vector.
 *
 * @param outputs the values of the function
 * @param products one for each input, in its shape; for {@code jvp} one for each output
 */
public record VectorProducts(List<Tensor> outputs, List<Tensor> products) {
  /** For a function of one tensor that returns one. */
  VectorProduct single() {
    return new VectorProduct(outputs.get(0), products.get(0));
  }
}
