package dev.jtorch.nn.activation;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Turns the channels at each position of an image into probabilities.
 *
 * <p>Formula: {@code y_c = exp(x_c) / Σ_k exp(x_k)}
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}; the output has the same shape.
 *
 * <pre>{@code
 * var softmax = new Softmax2d();
 * Tensor y = softmax.call(Torch.randn(2, 3, 12, 13)); // (2, 3, 12, 13)
 * Tensor sums = y.sum(1); // all 1
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax2d.html">torch.nn.Softmax2d</a>
 */
public class Softmax2d extends FluentLayer<Softmax2d> {
  private static final int CHANNELS = -3;

  @Override protected Tensor forward(Tensor input) {
    int dims = input.dim();
    if (dims == 3 || dims == 4) return F.softmax(input, CHANNELS);
    throw new ShapeException("expected input to be 3D or 4D, got " + dims + "D instead");
  }
}
