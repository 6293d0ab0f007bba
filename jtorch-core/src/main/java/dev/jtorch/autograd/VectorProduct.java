package dev.jtorch.autograd;

import dev.jtorch.Tensor;

/**
 * A product of a derivative and a vector.
 *
 * @param output the value of the function
 * @param product the product
 */
public record VectorProduct(Tensor output, Tensor product) {
}
