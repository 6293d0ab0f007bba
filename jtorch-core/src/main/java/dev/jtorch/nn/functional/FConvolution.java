package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.handleOrNull;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.SmallWork;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one example; weights are
 * {@code (out, in / groups, *kernel)}; a bias is {@code (out)} and may be null.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#convolution-functions">Convolution functions</a>
 */
abstract sealed class FConvolution extends FLinear permits FConvTranspose {
  FConvolution() {}

  /** {@return the convolution of signals with kernels} */
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return conv1d(input, weight, bias, new ConvOptions());
  }

  /** {@return the convolution of signals with kernels, with options} */
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, UnaryOperator<ConvOptions> with) {
    return conv1d(input, weight, bias, configured(new ConvOptions(), with));
  }

  /** {@return the convolution of signals with kernels, with ready options} */
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvOptions o) {
    Padding named = required(o, "o").namedPadding();
    NativeTensor x = handle(input);
    NativeTensor w = handle(weight);
    NativeTensor b = handleOrNull(bias);
    long[] strides = o.strides();
    return tensor(SmallWork.convolution(x, w, strides, () -> named == null
        ? AtenNN.conv1d(x, w, b, strides, o.paddings(), o.dilations(), o.groups())
        : AtenNN.conv1d(x, w, b, strides, named.torchName(), o.dilations(), o.groups())));
  }

  /** {@return the convolution of images with kernels} */
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return conv2d(input, weight, bias, new ConvOptions());
  }

  /** {@return the convolution of images with kernels, with options} */
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, UnaryOperator<ConvOptions> with) {
    return conv2d(input, weight, bias, configured(new ConvOptions(), with));
  }

  /** {@return the convolution of images with kernels, with ready options} */
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvOptions o) {
    Padding named = required(o, "o").namedPadding();
    NativeTensor x = handle(input);
    NativeTensor w = handle(weight);
    NativeTensor b = handleOrNull(bias);
    long[] strides = o.strides();
    return tensor(SmallWork.convolution(x, w, strides, () -> named == null
        ? AtenNN.conv2d(x, w, b, strides, o.paddings(), o.dilations(), o.groups())
        : AtenNN.conv2d(x, w, b, strides, named.torchName(), o.dilations(), o.groups())));
  }

  /** {@return the convolution of volumes with kernels} */
  public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return conv3d(input, weight, bias, new ConvOptions());
  }

  /** {@return the convolution of volumes with kernels, with options} */
  public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, UnaryOperator<ConvOptions> with) {
    return conv3d(input, weight, bias, configured(new ConvOptions(), with));
  }

  /** {@return the convolution of volumes with kernels, with ready options} */
  public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvOptions o) {
    Padding named = required(o, "o").namedPadding();
    NativeTensor x = handle(input);
    NativeTensor w = handle(weight);
    NativeTensor b = handleOrNull(bias);
    long[] strides = o.strides();
    return tensor(SmallWork.convolution(x, w, strides, () -> named == null
        ? AtenNN.conv3d(x, w, b, strides, o.paddings(), o.dilations(), o.groups())
        : AtenNN.conv3d(x, w, b, strides, named.torchName(), o.dilations(), o.groups())));
  }
}
