package dev.jtorch.nn.conv;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.ConvTransposeOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * A transposed convolution over volumes, which makes them larger; see {@link ConvTransposeNd} for the formula, the
 * initial values and the options.
 *
 * <p>Shape: input {@code (N, in, D, H, W)} or {@code (in, D, H, W)}, output {@code (N, out, D', H', W')} or
 * {@code (out, D', H', W')}, with {@code D' = (D - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1};
 * {@code H'} and {@code W'} likewise.
 *
 * <pre>{@code
 * var up = new ConvTranspose3d(8, 4, 2, 2); // doubles depth, height and width
 * Tensor y = up.call(Torch.randn(2, 8, 5, 10, 10)); // (2, 4, 10, 20, 20)
 * }</pre>
 *
 * <p>Differs from PyTorch: an output size is given to {@link #toSize}, not to the call; there is no padding mode,
 * because PyTorch accepts zeros only.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose3d.html">torch.nn.ConvTranspose3d</a>
 */
public class ConvTranspose3d extends ConvTransposeNd<ConvTranspose3d> {
  /**
   * A transposed convolution with stride 1, no padding and a bias, whose kernel has one size for all dimensions.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public ConvTranspose3d(long inChannels, long outChannels, long kernelSize) {
    this(inChannels, outChannels, kernelSize, o -> o);
  }

  /**
   * A transposed convolution with a stride, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, long stride) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
  }

  /**
   * A transposed convolution with a stride and padding, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
  }

  /**
   * A transposed convolution with a stride, padding and output padding, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      long outputPadding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
  }

  /**
   * A transposed convolution with a stride, padding and other options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, or if the kernel size is negative
   * @throws dev.jtorch.ShapeException if an option has a number of sizes other than 1 or 3
   */
  public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      UnaryOperator<Options> with) {
    this(inChannels, outChannels, kernelSize, o -> configured(o.stride(stride).padding(padding), with));
  }

  /**
   * A transposed convolution with options, whose kernel has one size for all dimensions.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, or if the kernel size is negative
   * @throws dev.jtorch.ShapeException if an option has a number of sizes other than 1 or 3
   */
  public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, UnaryOperator<Options> with) {
    this(inChannels, outChannels, new long[] {kernelSize}, with);
  }

  /**
   * A transposed convolution with a kernel size for each dimension, and options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, or if the kernel size is negative
   * @throws dev.jtorch.ShapeException if an option or the kernel size has a number of sizes other than 1 or 3
   */
  public ConvTranspose3d(long inChannels, long outChannels, long[] kernelSize, UnaryOperator<Options> with) {
    super(inChannels, outChannels, Require.sizes("ConvTranspose3d", "kernelSize", Size.of(kernelSize), 3), with);
  }

  @Override final Tensor convolve(Tensor input, ConvTransposeOptions how) {
    return F.convTranspose3d(input, weight, bias, how);
  }
}
