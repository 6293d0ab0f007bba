package dev.jtorch.nn.pooling;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.MaxPoolOptions;
import dev.jtorch.nn.functional.MaxPoolResult;
import java.util.function.UnaryOperator;

/**
 * A max pooling: it takes the maximum of each window. What MaxPool1d, MaxPool2d and MaxPool3d share.
 *
 * <p>Formula: {@code out(n, c, i) = max_k input(n, c, stride · i + dilation · k - padding)}, where k runs over the
 * kernel and padding never is the maximum.
 *
 * <p>Shape: input {@code (N, C, *)} or {@code (C, *)}; a size L becomes
 * {@code ⌊(L + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1}, rounded up in ceil mode.
 */
public abstract class MaxPoolNd<S extends MaxPoolNd<S>> extends FluentLayer<S> {
  private final Size kernelSize;
  private MaxPoolOptions options;

  MaxPoolNd(long[] kernelSize, UnaryOperator<MaxPoolOptions> with) {
    this.kernelSize = Size.of(kernelSize);
    options = configured(new MaxPoolOptions(), with);
  }

  /**
   * {@return the maxima and where they stand} Hooks do not run.
   *
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html">return_indices</a>
   */
  public abstract MaxPoolResult withIndices(Tensor input);

  /** {@return the window's size, one number for all dimensions or one for each} */
  public final long[] kernelSize() {
    return kernelSize.toLongArray();
  }

  /** {@return the layer's settings} */
  public final MaxPoolOptions options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<MaxPoolOptions> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() {
    Size stride = options.stride().isEmpty() ? kernelSize : options.stride();
    return "kernel_size=" + SizeText.of(kernelSize) + ", stride=" + SizeText.of(stride) + ", padding="
        + SizeText.of(options.padding()) + ", dilation=" + SizeText.of(options.dilation()) + ", ceil_mode="
        + PythonNumbers.bool(options.ceilMode());
  }
}
