package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import java.util.function.UnaryOperator;

/**
 * Clamps each element between 0 and 6.
 *
 * <p>Formula: {@code y = min(max(0, x), 6)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var relu6 = new ReLU6();
 * Tensor y = relu6.call(Torch.tensor(-1.0, 3.0, 8.0)); // tensor([0., 3., 6.])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU6.html">torch.nn.ReLU6</a>
 */
public class ReLU6 extends Hardtanh {
  /** With the default options: the input is not overwritten. */
  public ReLU6() {
    this(o -> o);
  }

  /**
   * With options.
   *
   * @throws dev.jtorch.TorchException if an upper bound is set that is not above the lower
   */
  public ReLU6(UnaryOperator<Options> with) {
    super(o -> configured(o.minVal(0).maxVal(6), with));
  }

  @Override protected String extraRepr() { return options().inplace() ? "inplace=True" : ""; }
}
