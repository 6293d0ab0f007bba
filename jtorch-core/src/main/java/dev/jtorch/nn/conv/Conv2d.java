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
 * A convolution over images; see {@link ConvNd} for the formula, the initial values and the options.
 *
 * <p>Shape: input {@code (N, in, H, W)} or {@code (in, H, W)}, output {@code (N, out, H', W')} or
 * {@code (out, H', W')}, with {@code H' = ⌊(H + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1}; {@code W'}
 * likewise.
 *
 * <pre>{@code
 * var square = new Conv2d(16, 33, 3, 2); // kernel of 3 x 3, stride 2
 * Tensor y = square.call(Torch.randn(20, 16, 50, 100)); // (20, 33, 24, 49)
 * var oblong = new Conv2d(16, 33, new long[] {3, 5}, o -> o.stride(2, 1).padding(4, 2).bias(false));
 * Tensor z = oblong.call(Torch.randn(20, 16, 50, 100)); // (20, 33, 28, 100)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html">torch.nn.Conv2d</a>
 */
public class Conv2d extends ConvNd<Conv2d> {
  /**
   * A convolution with stride 1, no padding and a bias, whose kernel has one size for all dimensions.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public Conv2d(long inChannels, long outChannels, long kernelSize) {
    this(inChannels, outChannels, kernelSize, o -> o);
  }

  /**
   * A convolution with a stride, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public Conv2d(long inChannels, long outChannels, long kernelSize, long stride) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
  }

  /**
   * A convolution with a stride and padding, in the order of PyTorch's arguments.
   *
   * @throws dev.jtorch.TorchException if a number of channels or the kernel size is negative
   */
  public Conv2d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
  }

  /**
   * A convolution with a stride, padding and other options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, if the kernel size is negative, or if padding {@code SAME} is combined with a stride other than 1
   * @throws dev.jtorch.ShapeException if an option has a number of sizes other than 1 or 2
   */
  public Conv2d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      UnaryOperator<Options> with) {
    this(inChannels, outChannels, kernelSize, o -> configured(o.stride(stride).padding(padding), with));
  }

  /**
   * A convolution with options, whose kernel has one size for all dimensions.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, if the kernel size is negative, or if padding {@code SAME} is combined with a stride other than 1
   * @throws dev.jtorch.ShapeException if an option has a number of sizes other than 1 or 2
   */
  public Conv2d(long inChannels, long outChannels, long kernelSize, UnaryOperator<Options> with) {
    this(inChannels, outChannels, new long[] {kernelSize}, with);
  }

  /**
   * A convolution with a kernel size for each dimension, and options.
   *
   * @throws dev.jtorch.TorchException if a number of channels is negative or not divisible by the number of groups, if that
   *     number is not positive, if the kernel size is negative, or if padding {@code SAME} is combined with a stride other than 1
   * @throws dev.jtorch.ShapeException if an option or the kernel size has a number of sizes other than 1 or 2
   */
  public Conv2d(long inChannels, long outChannels, long[] kernelSize, UnaryOperator<Options> with) {
    super(inChannels, outChannels, Require.sizes("Conv2d", "kernelSize", Size.of(kernelSize), 2), with);
  }

  @Override final Tensor convolve(Tensor input, Tensor kernels, @Nullable Tensor shift, ConvOptions how) {
    return F.conv2d(input, kernels, shift, how);
  }
}
