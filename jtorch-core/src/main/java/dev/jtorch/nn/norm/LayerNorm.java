package dev.jtorch.nn.norm;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Normalises each example over its last dimensions.
 *
 * <p>Formula: {@code y = (x - mean) / √(var + eps) · weight + bias}, with mean and (biased) variance over the last
 * dimensions.
 *
 * <p>Shape: input {@code (*, normalizedShape)}; the output has the same shape.
 *
 * <p>Initial values: weight 1, bias 0.
 *
 * <pre>{@code
 * var ofWords = new LayerNorm(10); // over the last dimension
 * Tensor y = ofWords.call(Torch.randn(20, 5, 10)); // (20, 5, 10)
 * var ofImages = new LayerNorm(5, 10, 10); // over channels, height and width
 * Tensor z = ofImages.call(Torch.randn(20, 5, 10, 10)); // (20, 5, 10, 10)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html">torch.nn.LayerNorm</a>
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016</a>
 */
public class LayerNorm extends FluentLayer<LayerNorm> {
  private final Size normalizedShape;
  private final Options options;
  /** Learnable scale, of the normalised shape; null when built with {@code elementwiseAffine(false)}. */
  public @Nullable Parameter weight;
  /** Learnable shift, of the normalised shape; null when built with {@code elementwiseAffine(false)} or {@code bias(false)}. */
  public @Nullable Parameter bias;

  /**
   * A normalisation of the last dimensions, which have these sizes, with scale, shift and eps 1e-5.
   *
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public LayerNorm(long... normalizedShape) {
    this(normalizedShape, o -> o);
  }

  /**
   * A normalisation of the last dimensions, which have these sizes, with this {@code eps}.
   *
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public LayerNorm(long[] normalizedShape, double eps) {
    this(normalizedShape, o -> o.eps(eps));
  }

  /**
   * A normalisation of the last dimension, with options.
   *
   * @throws dev.jtorch.TorchException if a size is negative, unless built with {@code elementwiseAffine(false)}
   */
  public LayerNorm(long normalizedShape, UnaryOperator<Options> with) {
    this(new long[] {normalizedShape}, with);
  }

  /**
   * A normalisation of the last dimensions, which have these sizes, with options.
   *
   * @throws dev.jtorch.TorchException if a size is negative, unless built with {@code elementwiseAffine(false)}
   */
  public LayerNorm(long[] normalizedShape, UnaryOperator<Options> with) {
    this.normalizedShape = Size.of(normalizedShape);
    options = configured(new Options(), with);
    weight = options.elementwiseAffine() ? new Parameter(Torch.ones(normalizedShape)) : null;
    bias = options.elementwiseAffine() && options.bias() ? new Parameter(Torch.zeros(normalizedShape)) : null;
  }

  @Override public void resetParameters() {
    if (weight != null) Init.ones_(weight);
    if (bias != null) Init.zeros_(bias);
  }

  @Override protected Tensor forward(Tensor input) {
    return F.layerNorm(input, normalizedShape(), weight, bias, options.eps());
  }

  /** {@return the sizes of the normalised dimensions} */
  public final long[] normalizedShape() {
    return normalizedShape.toLongArray();
  }

  @Override protected String extraRepr() {
    return PythonNumbers.tuple(normalizedShape()) + ", eps=" + PythonNumbers.repr(options.eps())
        + ", elementwise_affine=" + PythonNumbers.bool(options.elementwiseAffine());
  }

  /** The settings of a layer normalisation. */
  public static final class Options extends FluentOptions<Options> {
    private double eps = 1e-5;
    private boolean elementwiseAffine = true;
    private boolean bias = true;

    /** Value added to the variance, so that no division is by zero; default 1e-5. */
    public Options eps(double eps) {
      return with(o -> o.eps = eps);
    }

    public double eps() { return eps; }

    /** Whether there are a learnable scale and shift for each element; default true. */
    public Options elementwiseAffine(boolean elementwiseAffine) {
      return with(o -> o.elementwiseAffine = elementwiseAffine);
    }

    public boolean elementwiseAffine() { return elementwiseAffine; }

    /** Whether there is a shift where there is a scale; default true. */
    public Options bias(boolean bias) {
      return with(o -> o.bias = bias);
    }

    public boolean bias() { return bias; }
  }
}
