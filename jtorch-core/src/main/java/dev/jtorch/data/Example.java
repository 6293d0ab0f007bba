package dev.jtorch.data;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import java.util.function.Function;

/**
 * What a model is given and what it should answer: one sample, or a batch of them.
 *
 * @param input what the model is called with
 * @param target what the loss compares the answer with
 */
public record Example(Tensor input, Tensor target) {
  /** The example with a transformed input: {@code dataset.map(e -> e.mapInput(new Resize(32)))}. */
  public Example mapInput(Function<? super Tensor, ? extends Tensor> transform) {
    return new Example(required(transform, "transform").apply(input), target);
  }

  /** The example with a transformed target. */
  public Example mapTarget(Function<? super Tensor, ? extends Tensor> transform) {
    return new Example(input, required(transform, "transform").apply(target));
  }
}
