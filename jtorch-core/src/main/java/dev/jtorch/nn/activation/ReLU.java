package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Replaces what is negative by zero.
 *
 * <p>Formula: {@code y = max(0, x)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html">torch.nn.ReLU</a>
 */
public class ReLU extends Layer {
  private Options options;

  /** One that leaves its input alone. */
  public ReLU() {
    this(o -> o);
  }

  /** One with options. */
  public ReLU(UnaryOperator<Options> with) {
    options = with.apply(Options.DEFAULT);
  }

  @Override protected Tensor forward(Tensor input) {
    return options.inplace() ? F.relu_(input) : F.relu(input);
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = with.apply(options);
  }

  @Override protected String extraRepr() { return options.inplace() ? "inplace=True" : ""; }

  /**
   * How it computes.
   *
   * @param inplace overwrites the input; false at first
   */
  public record Options(boolean inplace) {
    static final Options DEFAULT = new Options(false);

    /** {@return these options, in place or not} */
    public Options inplace(boolean on) { return new Options(on); }
  }
}
