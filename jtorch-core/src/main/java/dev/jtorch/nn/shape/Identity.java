package dev.jtorch.nn.shape;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;

/**
 * Returns its input: for the place of a layer that is not wanted.
 *
 * <p>Shape: any; input and output are the same tensor.
 *
 * <p>Differs from PyTorch: arguments that have no effect are not taken.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Identity.html">torch.nn.Identity</a>
 */
public class Identity extends FluentLayer<Identity> {
  @Override protected Tensor forward(Tensor input) { return input; }
}
