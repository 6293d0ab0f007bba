package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random elements to zero in training, so that no unit relies on a few others.
 *
 * <p>Formula: {@code y = 0} by chance p, {@code y = x / (1 - p)} otherwise; in evaluation {@code y = x}.
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html">torch.nn.Dropout</a>
 * @see <a href="https://arxiv.org/abs/1207.0580">Hinton et al. 2012</a>
 */
public class Dropout extends Layer {
  private Options options;

  /** One that sets half of the elements to zero. */
  public Dropout() {
    this(o -> o);
  }

  /** One that sets elements to zero by chance {@code p}. */
  public Dropout(double p) {
    this(o -> o.p(p));
  }

  /**
   * One with options.
   *
   * @throws TorchException if p is not between 0 and 1
   */
  public Dropout(UnaryOperator<Options> with) {
    options = checked(with.apply(Options.DEFAULT));
  }

  private Options checked(Options given) {
    if (given.p() >= 0 && given.p() <= 1) return given;
    throw new TorchException(getClass().getSimpleName() + ": p is " + PythonNumbers.repr(given.p())
        + " (expected: between 0 and 1)");
  }

  @Override protected Tensor forward(Tensor input) {
    return options.inplace() ? F.dropout_(input, options.p(), training()) : F.dropout(input, options.p(), training());
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = checked(with.apply(options));
  }

  @Override protected String extraRepr() {
    return "p=" + PythonNumbers.repr(options.p()) + ", inplace=" + (options.inplace() ? "True" : "False");
  }

  /**
   * How much, and where.
   *
   * @param p the chance of a zero; 0.5 at first
   * @param inplace overwrites the input; false at first
   */
  public record Options(double p, boolean inplace) {
    static final Options DEFAULT = new Options(0.5, false);

    /** {@return these options with another chance} */
    public Options p(double chance) {
      return new Options(chance, inplace);
    }

    /** {@return these options, in place or not} */
    public Options inplace(boolean on) { return new Options(p, on); }
  }
}
