package dev.jtorch.nn.loss;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Model2;

/**
 * A measure of how far an input, which a network computed, is from its target: {@code loss.call(input, target).backward()}. Hooks see
 * the input as {@code first} and the target as {@code second}.
 */
public abstract class Loss extends Model2<Tensor, Tensor, Tensor> {
}
