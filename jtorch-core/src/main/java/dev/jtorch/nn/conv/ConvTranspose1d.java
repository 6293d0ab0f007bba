package dev.jtorch.nn.conv;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.ConvTransposeOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * A transposed convolution over signals, which makes them larger; see {@link ConvTransposeNd} for the formula, the
 * initial values and the options.
 *
 * <p>Shape: input {@code (N, in, L)} or {@code (in, L)}, output {@code (N, out, L')} or {@code (out, L')}, with
 * {@code L' = (L - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1}.
 *
 * <pre>{@code
 * var up = new ConvTranspose1d(16, 8, 4, 2, 1); // kernel of 4, stride 2, padding 1
 * Tensor y = up.call(Torch.randn(20, 16, 50)); // (20, 8, 100)
 * }</pre>
 *
 * <p>Differs from PyTorch: an output size is given to {@link #toSize}, not to the call; there is no padding mode,
 * because PyTorch accepts zeros only.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html">torch.nn.ConvTranspose1d</a>
 */
public class ConvTranspose1d extends ConvTransposeNd<ConvTranspose1d> {
  /**
   * A transposed convolution with stride 1, no padding and a bias.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize) {
    this(inChannels, outChannels, kernelSize, o -> o);
  }

  /**
   * A transposed convolution with a stride, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
  }

  /**
   * A transposed convolution with a stride and padding, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
  }

  /**
   * A transposed convolution with a stride, padding and output padding, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      long outputPadding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
  }

  /**
   * A transposed convolution with a stride, padding and other options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, or if the kernel size is negative
   * @throws dev.jtorch.ShapeException if an option has a number of sizes other than 1
   */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      UnaryOperator<Options> with) {
    this(inChannels, outChannels, kernelSize, o -> configured(o.stride(stride).padding(padding), with));
  }

  /**
   * A transposed convolution with options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, or if the kernel size is negative
   * @throws dev.jtorch.ShapeException if an option has a number of sizes other than 1
   */
  public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, UnaryOperator<Options> with) {
    this(inChannels, outChannels, new long[] {kernelSize}, with);
  }

  /**
   * A transposed convolution with the kernel size in an array, and options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, or if the kernel size is negative
   * @throws dev.jtorch.ShapeException if an option or the kernel size has a number of sizes other than 1
   */
  public ConvTranspose1d(long inChannels, long outChannels, long[] kernelSize, UnaryOperator<Options> with) {
    super(inChannels, outChannels, Require.sizes("ConvTranspose1d", "kernelSize", Size.of(kernelSize), 1), with);
  }

  @Override final Tensor convolve(Tensor input, ConvTransposeOptions how) {
    return F.convTranspose1d(input, weight, bias, how);
  }
}
