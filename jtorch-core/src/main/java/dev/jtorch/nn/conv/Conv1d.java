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
 * Convolves signals of shape {@code (N, C, L)}; see {@link ConvNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv1d.html">torch.nn.Conv1d</a>
 */
public class Conv1d extends ConvNd<Conv1d> {
  /** A convolution with stride 1, no padding and a bias, whose kernel is equally long in each dimension. */
  public Conv1d(long inChannels, long outChannels, long kernelSize) {
    this(inChannels, outChannels, kernelSize, o -> o);
  }

  /** A convolution with a stride; the numbers stand in PyTorch's order. */
  public Conv1d(long inChannels, long outChannels, long kernelSize, long stride) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
  }

  /** A convolution with a stride and padding; the numbers stand in PyTorch's order. */
  public Conv1d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
    this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
  }

  /** A convolution with a stride, padding and other options. */
  public Conv1d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
      UnaryOperator<Options> with) {
    this(inChannels, outChannels, kernelSize, o -> configured(o.stride(stride).padding(padding), with));
  }

  /** A convolution whose kernel is equally long in each dimension. */
  public Conv1d(long inChannels, long outChannels, long kernelSize, UnaryOperator<Options> with) {
    this(inChannels, outChannels, new long[] {kernelSize}, with);
  }

  /** A convolution with a kernel size for each dimension. */
  public Conv1d(long inChannels, long outChannels, long[] kernelSize, UnaryOperator<Options> with) {
    super(inChannels, outChannels, Require.sizes("Conv1d", "kernelSize", Size.of(kernelSize), 1), with);
  }

  @Override final Tensor convolve(Tensor input, Tensor kernels, @Nullable Tensor shift, ConvOptions how) {
    return F.conv1d(input, kernels, shift, how);
  }
}
