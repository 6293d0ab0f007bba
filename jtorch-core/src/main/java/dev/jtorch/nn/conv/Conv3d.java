package dev.jtorch.nn.conv;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.ConvOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A convolution over volumes; see {@link ConvNd} for the formula, the initial values and the options.
 *
 * <p>Shape: input {@code (N, in, D, H, W)} or {@code (in, D, H, W)}, output {@code (N, out, D', H', W')} or
 * {@code (out, D', H', W')}, with {@code D' = ⌊(D + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1}; {@code H'}
 * and {@code W'} likewise.
 *
 * <pre>{@code
 * var conv = new Conv3d(4, 8, 3, 2, 1); // kernel of 3 x 3 x 3, stride 2, padding 1
 * Tensor y = conv.call(Torch.randn(2, 4, 10, 20, 20)); // (2, 8, 5, 10, 10)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv3d.html">torch.nn.Conv3d</a>
 */
public class Conv3d extends ConvNd<Conv3d> {
  /**
   * A convolution with stride 1, no padding and a bias, whose kernel has one size for all dimensions.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public Conv3d(long inChannels, long outChannels, long kernelSize) {
    this(inChannels, outChannels, kernelSize, o -> o);
  }

  /**
   * A convolution with a stride, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public Conv3d(long inChannels, long outChannels, long kernelSize, long stride) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
  }

  /**
   * A convolution with a stride and padding, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public Conv3d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
  }

  /**
   * A convolution with a stride, padding and other options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, if the kernel size is negative, or if padding {@code SAME} is combined with a stride other than 1
   * @throws dev.jtorch.ShapeException if an option has a number of sizes other than 1 or 3
   */
  public Conv3d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      UnaryOperator<Options> with) {
    this(inChannels, outChannels, kernelSize, o -> configured(o.stride(stride).padding(padding), with));
  }

  /**
   * A convolution with options, whose kernel has one size for all dimensions.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, if the kernel size is negative, or if padding {@code SAME} is combined with a stride other than 1
   * @throws dev.jtorch.ShapeException if an option has a number of sizes other than 1 or 3
   */
  public Conv3d(long inChannels, long outChannels, long kernelSize, UnaryOperator<Options> with) {
    this(inChannels, outChannels, new long[] {kernelSize}, with);
  }

  /**
   * A convolution with a kernel size for each dimension, and options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, if the kernel size is negative, or if padding {@code SAME} is combined with a stride other than 1
   * @throws dev.jtorch.ShapeException if an option or the kernel size has a number of sizes other than 1 or 3
   */
  public Conv3d(long inChannels, long outChannels, long[] kernelSize, UnaryOperator<Options> with) {
    super(inChannels, outChannels, Require.sizes("Conv3d", "kernelSize", Size.of(kernelSize), 3), with);
  }

  @Override final Tensor convolve(Tensor input, Tensor kernels, @Nullable Tensor shift, ConvOptions how) {
    return F.conv3d(input, kernels, shift, how);
  }
}
