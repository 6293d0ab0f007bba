package dev.jtorch.data;

import dev.jtorch.Tensor;

/**
 * What a model is given and what it should answer: one sample, or a batch of them.
 *
 * @param input what the model is called with
 * @param target what the loss compares the answer with
 */
public record Example(Tensor input, Tensor target) {
}
