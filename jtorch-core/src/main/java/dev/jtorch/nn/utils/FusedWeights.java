package dev.jtorch.nn.utils;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Parameter;

/**
 * The parameters of a layer that does what it and the normalisation behind it did.
 *
 * @param weight requires gradients where the layer's did
 * @param bias requires gradients where the layer's did; where the layer had none, it does not
 */
public record FusedWeights(Parameter weight, Parameter bias) {
  static Parameter parameter(Tensor fused, boolean requiresGrad) {
    return requiresGrad ? new Parameter(fused) : Parameter.frozen(fused);
  }
}
