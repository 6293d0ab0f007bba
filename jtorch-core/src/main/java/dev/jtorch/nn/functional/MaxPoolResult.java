package dev.jtorch.nn.functional;

import dev.jtorch.Tensor;

/**
 * The maxima of a pooling, and where they stood.
 *
 * @param output the maxima
 * @param indices the position of each maximum in its plane of the input, counted row by row; int64
 */
public record MaxPoolResult(Tensor output, Tensor indices) {}
