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
 * Divides each example by the root mean square over its last dimensions.
 *
 * <p>Formula: {@code y = x / √(mean(x²) + eps) · weight}
 *
 * <p>Shape: input {@code (*, normalizedShape)}; the output has the same shape.
 *
 * <p>Initial values: weight 1.
 *
 * <pre>{@code
 * var norm = new RMSNorm(2, 3); // over the last two dimensions
 * Tensor y = norm.call(Torch.randn(2, 2, 3)); // (2, 2, 3)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html">torch.nn.RMSNorm</a>
 * @see <a href="https://arxiv.org/abs/1910.07467">Zhang and Sennrich 2019</a>
 */
public class RMSNorm extends FluentLayer<RMSNorm> {
  private final Size normalizedShape;
  private final Options options;
  /** Learnable scale, of the normalised shape; null when built with {@code elementwiseAffine(false)}. */
  public @Nullable Parameter weight;

  /**
   * A normalisation of the last dimensions, which have these sizes, with a scale.
   *
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public RMSNorm(long... normalizedShape) {
    this(normalizedShape, o -> o);
  }

  /**
   * A normalisation of the last dimensions, which have these sizes, with this {@code eps}.
   *
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public RMSNorm(long[] normalizedShape, double eps) {
    this(normalizedShape, o -> o.eps(eps));
  }

  /**
   * A normalisation of the last dimension, with options.
   *
   * @throws dev.jtorch.TorchException if a size is negative, unless built with {@code elementwiseAffine(false)}
   */
  public RMSNorm(long normalizedShape, UnaryOperator<Options> with) {
    this(new long[] {normalizedShape}, with);
  }

  /**
   * A normalisation of the last dimensions, which have these sizes, with options.
   *
   * @throws dev.jtorch.TorchException if a size is negative, unless built with {@code elementwiseAffine(false)}
   */
  public RMSNorm(long[] normalizedShape, UnaryOperator<Options> with) {
    this.normalizedShape = Size.of(normalizedShape);
    options = configured(new Options(), with);
    weight = options.elementwiseAffine() ? new Parameter(Torch.ones(normalizedShape)) : null;
  }

  @Override public void resetParameters() {
    if (weight != null) Init.ones_(weight);
  }

  @Override protected Tensor forward(Tensor input) {
    return F.rmsNorm(input, normalizedShape(), weight, options.eps());
  }

  /** {@return the sizes of the normalised dimensions} */
  public final long[] normalizedShape() {
    return normalizedShape.toLongArray();
  }

  @Override protected String extraRepr() {
    Double eps = options.eps();
    return PythonNumbers.tuple(normalizedShape()) + ", eps=" + (eps == null ? "None" : PythonNumbers.repr(eps))
        + ", elementwise_affine=" + PythonNumbers.bool(options.elementwiseAffine());
  }

  /** The settings of the layer. */
  public static final class Options extends FluentOptions<Options> {
    private @Nullable Double eps;
    private boolean elementwiseAffine = true;

    /** Value added to the mean square; default null, which means the machine epsilon of the input's dtype. */
    public Options eps(double eps) {
      return with(o -> o.eps = eps);
    }

    public @Nullable Double eps() { return eps; }

    /** Whether there is a learnable scale for each element; default true. */
    public Options elementwiseAffine(boolean elementwiseAffine) {
      return with(o -> o.elementwiseAffine = elementwiseAffine);
    }

    public boolean elementwiseAffine() { return elementwiseAffine; }
  }
}
