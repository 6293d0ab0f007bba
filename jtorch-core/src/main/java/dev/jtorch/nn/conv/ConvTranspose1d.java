package dev.jtorch.nn.conv;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.ConvTransposeOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Makes signals of shape {@code (N, C, L)} larger by learned kernels; see {@link ConvTransposeNd}.
 *
 * <p>Differs from PyTorch: an output size is given to {@link #toSize}, not to the call; there is no padding mode, of which PyTorch
 * takes zeros only.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html">torch.nn.ConvTranspose1d</a>
 */
public class ConvTranspose1d extends ConvTransposeNd<ConvTranspose1d> {
  /** One with stride 1, no padding and a bias, whose kernel is equally long in each dimension. */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize) {
    this(inChannels, outChannels, kernelSize, o -> o);
  }

  /** A transposed convolution with a stride; the numbers stand in PyTorch's order. */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
  }

  /** A transposed convolution with a stride and padding; the numbers stand in PyTorch's order. */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** A transposed convolution with a stride, padding and output padding; the numbers stand in PyTorch's order. */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      long outputPadding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
  }

  /** A transposed convolution with a stride, padding and other options. */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      UnaryOperator<Options> with) {
    this(inChannels, outChannels, kernelSize, o -> configured(o.stride(stride).padding(padding), with));
  }

  /** One whose kernel is equally long in each dimension. */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, UnaryOperator<Options> with) {
    this(inChannels, outChannels, new long[] {kernelSize}, with);
  }

  /** One with a kernel size for each dimension. */
  public ConvTranspose1d(long inChannels, long outChannels, long[] kernelSize, UnaryOperator<Options> with) {
    super(inChannels, outChannels, Require.sizes("ConvTranspose1d", "kernelSize", Size.of(kernelSize), 1), with);
  }

  @Override final Tensor convolve(Tensor input, ConvTransposeOptions how) {
    return F.convTranspose1d(input, weight, bias, how);
  }
}
