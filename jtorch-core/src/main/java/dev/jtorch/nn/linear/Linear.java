package dev.jtorch.nn.linear;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Applies an affine map to the last dimension.
 *
 * <p>Formula: {@code y = x Aᵀ + b}
 *
 * <p>Shape: input {@code (*, in)}, output {@code (*, out)}; {@code *} is any number of dimensions.
 *
 * <p>Initial values: weight and bias uniform in (-1/√in, 1/√in).
 *
 * <pre>{@code
 * var fc = new Linear(20, 30);
 * Tensor y = fc.call(Torch.randn(128, 20)); // (128, 30)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html">torch.nn.Linear</a>
 */
public class Linear extends FluentLayer<Linear> {
  private final long inFeatures;
  private final long outFeatures;
  /** Learnable weight, shape {@code (outFeatures, inFeatures)}. */
  public Parameter weight;
  /** Learnable bias, shape {@code (outFeatures)}; null when built with {@code bias(false)}. */
  public @Nullable Parameter bias;

  /**
   * An affine map with a bias.
   *
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public Linear(long inFeatures, long outFeatures) {
    this(inFeatures, outFeatures, o -> o);
  }

  /**
   * An affine map with options.
   *
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public Linear(long inFeatures, long outFeatures, UnaryOperator<Options> with) {
    Require.notNegative(ClassNames.of(getClass()), "inFeatures", inFeatures);
    Require.notNegative(ClassNames.of(getClass()), "outFeatures", outFeatures);
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    weight = new Parameter(Torch.empty(outFeatures, inFeatures));
    bias = configured(new Options(), with).bias() ? new Parameter(Torch.empty(outFeatures)) : null;
    draw();
  }

  @Override public void resetParameters() { draw(); }

  private void draw() {
    Init.kaimingUniform_(weight, o -> o.a(Math.sqrt(5))); // the same bound as the bias's
    double bound = inFeatures > 0 ? 1 / Math.sqrt((double) inFeatures) : 0;
    if (bias != null) Init.uniform_(bias, -bound, bound);
  }

  /** {@return the size of the input's last dimension} */
  public final long inFeatures() { return inFeatures; }

  /** {@return the size of the output's last dimension} */
  public final long outFeatures() { return outFeatures; }

  @Override protected Tensor forward(Tensor input) { return F.linear(input, weight, bias); }

  @Override protected String extraRepr() {
    return "in_features=" + inFeatures + ", out_features=" + outFeatures + ", bias="
        + PythonNumbers.bool(bias != null);
  }

  /** What a linear layer has. */
  public static final class Options extends FluentOptions<Options> {
    private boolean bias = true;

    /** Whether there is a learnable bias; default true. */
    public Options bias(boolean bias) {
      return with(o -> o.bias = bias);
    }

    public boolean bias() { return bias; }
  }
}
