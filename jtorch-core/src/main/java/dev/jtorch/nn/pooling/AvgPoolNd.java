package dev.jtorch.nn.pooling;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.AvgPoolOptions;
import java.util.function.UnaryOperator;

/**
 * An average pooling: it takes the mean of each window. What AvgPool1d, AvgPool2d and AvgPool3d share.
 *
 * <p>Formula: {@code out(n, c, i) = Σ_k input(n, c, stride · i + k - padding) / size of the kernel}, where k runs over
 * the kernel.
 *
 * <p>Shape: input {@code (N, C, *)} or {@code (C, *)}; a size L becomes
 * {@code ⌊(L + 2 padding - kernel) / stride⌋ + 1}, rounded up in ceil mode.
 */
public abstract class AvgPoolNd<S extends AvgPoolNd<S>> extends FluentLayer<S> {
  private final Size kernelSize;
  private AvgPoolOptions options;

  AvgPoolNd(long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    this.kernelSize = Size.of(kernelSize);
    options = configured(new AvgPoolOptions(), with);
  }

  /** {@return the window's size, one number for all dimensions or one for each} */
  public final long[] kernelSize() {
    return kernelSize.toLongArray();
  }

  /** {@return the layer's settings} */
  public final AvgPoolOptions options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<AvgPoolOptions> with) {
    options = configured(options, with);
  }

  String text(Size sizes) { return SizeText.of(sizes); }

  @Override protected String extraRepr() {
    Size stride = options.stride().isEmpty() ? kernelSize : options.stride();
    return "kernel_size=" + text(kernelSize) + ", stride=" + text(stride) + ", padding=" + text(options.padding());
  }
}
