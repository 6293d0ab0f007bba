package dev.jtorch.nn.upsampling;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateOptions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Resizes signals, images or volumes.
 *
 * <p>Formula: an output element is computed from the input elements around its position, by the rule of the
 * {@link dev.jtorch.nn.functional.InterpolateMode}.
 *
 * <p>Shape: input {@code (N, C, L)}, {@code (N, C, H, W)} or {@code (N, C, D, H, W)}; the output's sizes are the given
 * ones, or the input's multiplied by the factors and rounded down.
 *
 * <pre>{@code
 * var up = new Upsample(o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR));
 * Tensor y = up.call(Torch.randn(1, 3, 10, 10)); // (1, 3, 20, 20)
 * }</pre>
 *
 * <p>Differs from PyTorch: it can also antialias, with {@code antialias(true)}.
 *
 * @see F#interpolate(Tensor, UnaryOperator)
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html">torch.nn.Upsample</a>
 */
public class Upsample extends FluentLayer<Upsample> {
  private InterpolateOptions options;

  /** With options, which must include a size or a scale factor. */
  public Upsample(UnaryOperator<InterpolateOptions> with) {
    options = configured(new InterpolateOptions(), with);
  }

  @Override protected Tensor forward(Tensor input) { return F.interpolate(input, options); }

  /** {@return the layer's settings} */
  public final InterpolateOptions options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<InterpolateOptions> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() {
    List<Double> factors = options.scaleFactor();
    String what = factors == null ? "size=" + sizeText(options.size()) : "scale_factor=" + factorText(factors);
    return what + ", mode='" + options.mode().torchName() + "'";
  }

  private static String sizeText(@Nullable Size size) {
    if (size == null) return "None";
    return size.size() == 1 ? Long.toString(size.get(0)) : PythonNumbers.tuple(size.toLongArray());
  }

  private static String factorText(List<Double> factors) {
    String joined = factors.stream().map(PythonNumbers::repr).collect(Collectors.joining(", "));
    return factors.size() == 1 ? joined : "(" + joined + ")";
  }
}
