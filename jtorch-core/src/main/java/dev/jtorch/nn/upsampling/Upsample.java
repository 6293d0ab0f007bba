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
 * Makes signals, images or volumes larger, or smaller: {@code new Upsample(o -> o.scaleFactor(2))}.
 *
 * <p>Shape: input {@code (N, C, L)}, {@code (N, C, H, W)} or {@code (N, C, D, H, W)}; the output's sizes are those given, or the
 * input's times the factors, rounded down.
 *
 * <p>Differs from PyTorch: it can smooth, by {@code antialias(true)}.
 *
 * @see F#interpolate(Tensor, UnaryOperator)
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html">torch.nn.Upsample</a>
 */
public class Upsample extends FluentLayer<Upsample> {
  private InterpolateOptions options;

  /** One with options, among them a size or a scale factor. */
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
