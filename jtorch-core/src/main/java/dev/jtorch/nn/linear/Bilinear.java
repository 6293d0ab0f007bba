package dev.jtorch.nn.linear;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Model2;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bilinear map of the last dimensions of two inputs: {@code layer.call(x1, x2)}.
 *
 * <p>Formula: {@code y = x1ᵀ A x2 + b}
 *
 * <p>Shape: inputs {@code (*, in1)} and {@code (*, in2)}, output {@code (*, out)}.
 *
 * <p>Initial values: weight and bias uniform in (-1/√in1, 1/√in1).
 *
 * <pre>{@code
 * var pair = new Bilinear(20, 30, 40);
 * Tensor y = pair.call(Torch.randn(128, 20), Torch.randn(128, 30)); // (128, 40)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Bilinear.html">torch.nn.Bilinear</a>
 */
public class Bilinear extends Model2<Tensor, Tensor, Tensor> {
  private final long in1Features;
  private final long in2Features;
  private final long outFeatures;
  /** Learnable weight, shape {@code (outFeatures, in1Features, in2Features)}. */
  public Parameter weight;
  /** Learnable bias, shape {@code (outFeatures)}; null when built with {@code bias(false)}. */
  public @Nullable Parameter bias;

  /**
   * A bilinear map with a bias.
   *
   * @throws dev.jtorch.TorchException if {@code in1Features} is not positive, or another size is negative
   */
  public Bilinear(long in1Features, long in2Features, long outFeatures) {
    this(in1Features, in2Features, outFeatures, o -> o);
  }

  /**
   * A bilinear map with options.
   *
   * @throws dev.jtorch.TorchException if {@code in1Features} is not positive, or another size is negative
   */
  public Bilinear(long in1Features, long in2Features, long outFeatures, UnaryOperator<Linear.Options> with) {
    String who = ClassNames.of(getClass());
    Require.positive(who, "in1Features", in1Features);
    Require.notNegative(who, "in2Features", in2Features);
    Require.notNegative(who, "outFeatures", outFeatures);
    this.in1Features = in1Features;
    this.in2Features = in2Features;
    this.outFeatures = outFeatures;
    weight = new Parameter(Torch.empty(outFeatures, in1Features, in2Features));
    bias = configured(new Linear.Options(), with).bias() ? new Parameter(Torch.empty(outFeatures)) : null;
    draw();
  }

  @Override public void resetParameters() { draw(); }

  private void draw() {
    double bound = 1 / Math.sqrt((double) in1Features);
    Init.uniform_(weight, -bound, bound);
    if (bias != null) Init.uniform_(bias, -bound, bound);
  }

  @Override protected Tensor forward(Tensor input1, Tensor input2) {
    return F.bilinear(input1, input2, weight, bias);
  }

  @Override protected String extraRepr() {
    return "in1_features=" + in1Features + ", in2_features=" + in2Features + ", out_features=" + outFeatures + ", bias="
        + PythonNumbers.bool(bias != null);
  }
}
