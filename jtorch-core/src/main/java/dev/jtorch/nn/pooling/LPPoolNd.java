package dev.jtorch.nn.pooling;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.LpPoolOptions;
import java.util.function.UnaryOperator;

/**
 * A power-average pooling: it takes the p-norm of each window. What LPPool1d, LPPool2d and LPPool3d share.
 *
 * <p>Formula: {@code y = (Σ x^p)^(1/p)}
 *
 * <p>Shape: input {@code (N, C, *)} or {@code (C, *)}; a size L becomes {@code ⌊(L - kernel) / stride⌋ + 1}, rounded up
 * in ceil mode.
 */
public abstract class LPPoolNd<S extends LPPoolNd<S>> extends FluentLayer<S> {
  private final double normType;
  private final Size kernelSize;
  private final LpPoolOptions options;

  LPPoolNd(double normType, long[] kernelSize, UnaryOperator<LpPoolOptions> with) {
    this.normType = normType;
    this.kernelSize = Size.of(kernelSize);
    options = configured(new LpPoolOptions(), with);
  }

  /** {@return the p of the norm} */
  public final double normType() { return normType; }

  /** {@return the window's size, one number for all dimensions or one for each} */
  public final long[] kernelSize() {
    return kernelSize.toLongArray();
  }

  /** {@return the layer's settings} */
  public final LpPoolOptions options() { return options; }

  @Override protected String extraRepr() {
    return "norm_type=" + PythonNumbers.repr(normType) + ", kernel_size=" + SizeText.of(kernelSize) + ", stride="
        + (options.stride().isEmpty() ? "None" : SizeText.of(options.stride())) + ", ceil_mode="
        + PythonNumbers.bool(options.ceilMode());
  }
}
