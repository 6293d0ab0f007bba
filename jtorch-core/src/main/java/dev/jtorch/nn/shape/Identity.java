package dev.jtorch.nn.shape;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;

/**
 * Returns its input: a placeholder for a layer that is not wanted.
 *
 * <p>Shape: any; input and output are the same tensor.
 *
 * <pre>{@code
 * var net = new Sequential(new Linear(8, 4), new ReLU());
 * net.set(1, new Identity()); // no activation any more
 * Tensor y = net.call(Torch.randn(2, 8)); // (2, 4)
 * }</pre>
 *
 * <p>Differs from PyTorch: its constructor takes no arguments; PyTorch accepts and ignores any.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Identity.html">torch.nn.Identity</a>
 */
public class Identity extends FluentLayer<Identity> {
  @Override protected Tensor forward(Tensor input) { return input; }
}
