package dev.jtorch.nn.loss;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Model;

/** A measure of how far an input is from its target: {@code loss.call(input, target).backward()}. */
public abstract class Loss extends Model<Loss.Pair, Tensor> {
  /**
   * What a loss compares; hooks see it.
   *
   * @param input what a network computed
   * @param target what it should have computed
   */
  public record Pair(Tensor input, Tensor target) {}

  /** {@return the loss of an input, as {@link #call(Object)} of the pair} */
  public final Tensor call(Tensor input, Tensor target) {
    return call(new Pair(input, target));
  }
}
