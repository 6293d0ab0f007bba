package dev.jtorch.nn.norm;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Normalises over the last dimensions, each example by itself.
 *
 * <p>Formula: {@code y = (x - mean) / √(var + eps) · weight + bias}, with mean and (biased) variance over the last dimensions.
 *
 * <p>Shape: input {@code (*, normalizedShape)}; the output has the input's.
 *
 * <p>Initial values: weight 1, bias 0.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html">torch.nn.LayerNorm</a>
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016</a>
 */
public class LayerNorm extends Layer {
  private final Size normalizedShape;
  private final Options options;
  /** Learnable scale, of the normalised shape; null when built with {@code elementwiseAffine(false)}. */
  public @Nullable Parameter weight;
  /** Learnable shift, of the normalised shape; null when built with {@code elementwiseAffine(false)} or {@code bias(false)}. */
  public @Nullable Parameter bias;

  /** One over the last dimensions, which have these sizes, with scale and shift. */
  public LayerNorm(long... normalizedShape) {
    this(normalizedShape, o -> o);
  }

  /** One over the last dimension, with options. */
  public LayerNorm(long normalizedShape, UnaryOperator<Options> with) {
    this(new long[] {normalizedShape}, with);
  }

  /** One over the last dimensions, which have these sizes, with options. */
  public LayerNorm(long[] normalizedShape, UnaryOperator<Options> with) {
    this.normalizedShape = Size.of(normalizedShape);
    options = configured(Options.DEFAULT, with);
    weight = options.elementwiseAffine() ? new Parameter(Torch.ones(normalizedShape)) : null;
    bias = options.elementwiseAffine() && options.bias() ? new Parameter(Torch.zeros(normalizedShape)) : null;
  }

  @Override public void resetParameters() {
    if (weight != null) Init.ones_(weight);
    if (bias != null) Init.zeros_(bias);
  }

  @Override protected Tensor forward(Tensor input) {
    return F.layerNorm(input, normalizedShape(), o -> o.weight(weight).bias(bias).eps(options.eps()));
  }

  /** {@return the sizes of the dimensions that are normalised over} */
  public final long[] normalizedShape() {
    return normalizedShape.toLongArray();
  }

  @Override protected String extraRepr() {
    return PythonNumbers.tuple(normalizedShape()) + ", eps=" + PythonNumbers.repr(options.eps())
        + ", elementwise_affine=" + (options.elementwiseAffine() ? "True" : "False");
  }

  /**
   * The settings of a layer normalisation.
   *
   * @param eps what is added to the variance; 1e-5 at first
   * @param elementwiseAffine learns a scale, and a shift, for each element; true at first
   * @param bias learns the shift, where it learns the scale; true at first
   */
  public record Options(double eps, boolean elementwiseAffine, boolean bias) {
    static final Options DEFAULT = new Options(1e-5, true, true);

    /** {@return these options with another addition to the variance} */
    public Options eps(double value) {
      return new Options(value, elementwiseAffine, bias);
    }

    /** {@return these options with a learned scale and shift, or without} */
    public Options elementwiseAffine(boolean on) {
      return new Options(eps, on, bias);
    }

    /** {@return these options with a learned shift beside the scale, or without} */
    public Options bias(boolean on) {
      return new Options(eps, elementwiseAffine, on);
    }
  }
}
