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
 * Transposed convolutions: the gradients of convolutions by their inputs. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one
 * example; weights are {@code (in, out / groups, *kernel)}; a bias is {@code (out)} and may be null.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#convolution-functions">Convolution functions</a>
 */
abstract sealed class FConvTranspose extends FConvolution permits FPadding {
  FConvTranspose() {}

  /** {@return the transposed convolution of signals with kernels} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return convTranspose1d(input, weight, bias, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of signals with kernels, with options} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias,
      UnaryOperator<ConvTransposeOptions> with) {
    return convTranspose1d(input, weight, bias, configured(new ConvTransposeOptions(), with));
  }

  /** {@return the transposed convolution of signals with kernels, with ready options} */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvTransposeOptions o) {
    NativeTensor x = handle(input);
    NativeTensor w = handle(weight);
    return tensor(SmallWork.transposedConvolution(x, w, () -> AtenNN.convTranspose1d(x, w, handleOrNull(bias),
        required(o, "o").strides(), o.paddings(), o.outputPaddings(), o.groups(), o.dilations())));
  }

  /** {@return the transposed convolution of images with kernels} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return convTranspose2d(input, weight, bias, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of images with kernels, with options} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias,
      UnaryOperator<ConvTransposeOptions> with) {
    return convTranspose2d(input, weight, bias, configured(new ConvTransposeOptions(), with));
  }

  /** {@return the transposed convolution of images with kernels, with ready options} */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvTransposeOptions o) {
    NativeTensor x = handle(input);
    NativeTensor w = handle(weight);
    return tensor(SmallWork.transposedConvolution(x, w, () -> AtenNN.convTranspose2d(x, w, handleOrNull(bias),
        required(o, "o").strides(), o.paddings(), o.outputPaddings(), o.groups(), o.dilations())));
  }

  /** {@return the transposed convolution of volumes with kernels} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return convTranspose3d(input, weight, bias, new ConvTransposeOptions());
  }

  /** {@return the transposed convolution of volumes with kernels, with options} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias,
      UnaryOperator<ConvTransposeOptions> with) {
    return convTranspose3d(input, weight, bias, configured(new ConvTransposeOptions(), with));
  }

  /** {@return the transposed convolution of volumes with kernels, with ready options} */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, ConvTransposeOptions o) {
    NativeTensor x = handle(input);
    NativeTensor w = handle(weight);
    return tensor(SmallWork.transposedConvolution(x, w, () -> AtenNN.convTranspose3d(x, w, handleOrNull(bias),
        required(o, "o").strides(), o.paddings(), o.outputPaddings(), o.groups(), o.dilations())));
  }
}
