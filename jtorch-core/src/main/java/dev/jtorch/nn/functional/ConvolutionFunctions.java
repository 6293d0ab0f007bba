package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.handleOrNull;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.Tuned;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions and transposed convolutions, which are the gradients of convolutions by their inputs. Inputs are
 * {@code (N, C, *)}, or {@code (C, *)} for one example. Weights are {@code (out, in / groups, *kernel)}, and
 * {@code (in, out / groups, *kernel)} of a transposed convolution. A bias is {@code (out)} and may be null.
 *
 * <pre>{@code
 * Tensor filters = Torch.randn(8, 4, 3, 3);
 * Tensor y = F.conv2d(Torch.randn(1, 4, 5, 5), filters, null, o -> o.padding(1)); // (1, 8, 5, 5)
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#convolution-functions">Convolution functions</a>
 */
abstract sealed class ConvolutionFunctions extends LinearFunctions permits PoolingFunctions {
  ConvolutionFunctions() {}

  /** {@return the convolution of signals with kernels, without a bias} */
  public static Tensor conv1d(Tensor input, Tensor weight) {
    return conv1d(input, weight, null, new ConvOptions());
  }

  /** {@return the convolution of signals with kernels} */
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return conv1d(input, weight, bias, new ConvOptions());
  }

  /** {@return the convolution of signals with kernels, with this stride} */
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
    return conv1d(input, weight, bias, o -> o.stride(stride));
  }

  /** {@return the convolution of signals with kernels, with this stride and padding} */
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return conv1d(input, weight, bias, o -> o.stride(stride).padding(padding));
  }

  /** {@return the convolution of signals with kernels, with options} */
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, UnaryOperator<ConvOptions> with) {
    return conv1d(input, weight, bias, configured(new ConvOptions(), with));
  }

  /** {@return the convolution of signals with kernels, with ready options} */
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvOptions o) {
    Padding named = required(o, "o").namedPadding();
    return tensor(named == null
        ? Tuned.conv1d(handle(input), handle(weight), handleOrNull(bias), o.strides(), o.paddings(), o.dilations(),
            o.groups())
        : Tuned.conv1d(handle(input), handle(weight), handleOrNull(bias), o.strides(), named.torchName(), o.dilations(),
            o.groups()));
  }

  /** {@return the convolution of images with kernels, without a bias} */
  public static Tensor conv2d(Tensor input, Tensor weight) {
    return conv2d(input, weight, null, new ConvOptions());
  }

  /** {@return the convolution of images with kernels} */
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return conv2d(input, weight, bias, new ConvOptions());
  }

  /** {@return the convolution of images with kernels, with this stride} */
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
    return conv2d(input, weight, bias, o -> o.stride(stride));
  }

  /** {@return the convolution of images with kernels, with this stride and padding} */
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return conv2d(input, weight, bias, o -> o.stride(stride).padding(padding));
  }

  /** {@return the convolution of images with kernels, with options} */
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, UnaryOperator<ConvOptions> with) {
    return conv2d(input, weight, bias, configured(new ConvOptions(), with));
  }

  /** {@return the convolution of images with kernels, with ready options} */
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvOptions o) {
    Padding named = required(o, "o").namedPadding();
    return tensor(named == null
        ? Tuned.conv2d(handle(input), handle(weight), handleOrNull(bias), o.strides(), o.paddings(), o.dilations(),
            o.groups())
        : Tuned.conv2d(handle(input), handle(weight), handleOrNull(bias), o.strides(), named.torchName(), o.dilations(),
            o.groups()));
  }

  /** {@return the convolution of volumes with kernels, without a bias} */
  public static Tensor conv3d(Tensor input, Tensor weight) {
    return conv3d(input, weight, null, new ConvOptions());
  }

  /** {@return the convolution of volumes with kernels} */
  public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return conv3d(input, weight, bias, new ConvOptions());
  }

  /** {@return the convolution of volumes with kernels, with this stride} */
  public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
    return conv3d(input, weight, bias, o -> o.stride(stride));
  }

  /** {@return the convolution of volumes with kernels, with this stride and padding} */
  public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return conv3d(input, weight, bias, o -> o.stride(stride).padding(padding));
  }

  /** {@return the convolution of volumes with kernels, with options} */
  public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, UnaryOperator<ConvOptions> with) {
    return conv3d(input, weight, bias, configured(new ConvOptions(), with));
  }

  /** {@return the convolution of volumes with kernels, with ready options} */
  public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvOptions o) {
    Padding named = required(o, "o").namedPadding();
    return tensor(named == null
        ? Tuned.conv3d(handle(input), handle(weight), handleOrNull(bias), o.strides(), o.paddings(), o.dilations(),
            o.groups())
        : Tuned.conv3d(handle(input), handle(weight), handleOrNull(bias), o.strides(), named.torchName(), o.dilations(),
            o.groups()));
  }

  /** {@return the transposed convolution of signals with kernels, without a bias} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight) {
    return convTranspose1d(input, weight, null, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of signals with kernels} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return convTranspose1d(input, weight, bias, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of signals with kernels, with this stride} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
    return convTranspose1d(input, weight, bias, o -> o.stride(stride));
  }

  /** {@return the transposed convolution of signals with kernels, with this stride and padding} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return convTranspose1d(input, weight, bias, o -> o.stride(stride).padding(padding));
  }

  /** {@return the transposed convolution of signals with kernels, with options} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias,
      UnaryOperator<ConvTransposeOptions> with) {
    return convTranspose1d(input, weight, bias, configured(new ConvTransposeOptions(), with));
  }

  /** {@return the transposed convolution of signals with kernels, with ready options} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvTransposeOptions o) {
    return tensor(Tuned.convTranspose1d(handle(input), handle(weight), handleOrNull(bias), required(o, "o").strides(),
        o.paddings(), o.outputPaddings(), o.groups(), o.dilations()));
  }

  /** {@return the transposed convolution of images with kernels, without a bias} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight) {
    return convTranspose2d(input, weight, null, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of images with kernels} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return convTranspose2d(input, weight, bias, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of images with kernels, with this stride} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
    return convTranspose2d(input, weight, bias, o -> o.stride(stride));
  }

  /** {@return the transposed convolution of images with kernels, with this stride and padding} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return convTranspose2d(input, weight, bias, o -> o.stride(stride).padding(padding));
  }

  /** {@return the transposed convolution of images with kernels, with options} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias,
      UnaryOperator<ConvTransposeOptions> with) {
    return convTranspose2d(input, weight, bias, configured(new ConvTransposeOptions(), with));
  }

  /** {@return the transposed convolution of images with kernels, with ready options} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvTransposeOptions o) {
    return tensor(Tuned.convTranspose2d(handle(input), handle(weight), handleOrNull(bias), required(o, "o").strides(),
        o.paddings(), o.outputPaddings(), o.groups(), o.dilations()));
  }

  /** {@return the transposed convolution of volumes with kernels, without a bias} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight) {
    return convTranspose3d(input, weight, null, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of volumes with kernels} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return convTranspose3d(input, weight, bias, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of volumes with kernels, with this stride} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
    return convTranspose3d(input, weight, bias, o -> o.stride(stride));
  }

  /** {@return the transposed convolution of volumes with kernels, with this stride and padding} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return convTranspose3d(input, weight, bias, o -> o.stride(stride).padding(padding));
  }

  /** {@return the transposed convolution of volumes with kernels, with options} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias,
      UnaryOperator<ConvTransposeOptions> with) {
    return convTranspose3d(input, weight, bias, configured(new ConvTransposeOptions(), with));
  }

  /** {@return the transposed convolution of volumes with kernels, with ready options} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvTransposeOptions o) {
    return tensor(Tuned.convTranspose3d(handle(input), handle(weight), handleOrNull(bias), required(o, "o").strides(),
        o.paddings(), o.outputPaddings(), o.groups(), o.dilations()));
  }
}
