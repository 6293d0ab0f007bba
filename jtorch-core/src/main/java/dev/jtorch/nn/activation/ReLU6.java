package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import java.util.function.UnaryOperator;

/**
 * Replaces what is negative by zero, and what is above six by six.
 *
 * <p>Formula: {@code y = min(max(0, x), 6)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU6.html">torch.nn.ReLU6</a>
 */
public class ReLU6 extends Hardtanh {
  /** One that leaves its input alone. */
  public ReLU6() {
    this(o -> o);
  }

  /** One with options. */
  public ReLU6(UnaryOperator<Options> with) {
    super(o -> configured(o.minVal(0).maxVal(6), with));
  }

  @Override protected String extraRepr() { return options().inplace() ? "inplace=True" : ""; }
}
