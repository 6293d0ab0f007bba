package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.MemoryFormat;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.NativeTensor;

/**
 * Max pooling of images.
 *
 * <p>LibTorch's kernel for NCHW is several times slower than the one for NHWC, even with the copies to NHWC and back. So
 * images with enough channels and elements go through NHWC. The gradient goes to the maxima that were found there: gathering
 * them has the same gradient, bit for bit, without another pass through NHWC. Only the name of the graph's node differs.
 */
final class MaxPooling2d {
  /** From here on the detour pays; measured. */
  private static final long ENOUGH_CHANNELS = 8;
  private static final long ENOUGH_ELEMENTS = 1 << 15;

  private MaxPooling2d() {}

  static Tensor of(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    if (!pays(input, o)) {
      return tensor(
          AtenNN.maxPool2d(handle(input), kernelSize, o.strides(), o.paddings(), o.dilations(), o.ceilMode()));
    }
    try (var scope = Scope.open()) {
      return detour(input, kernelSize, o).output().keep();
    }
  }

  static MaxPoolResult withIndices(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    if (!pays(input, o)) return direct(input, kernelSize, o);
    try (var scope = Scope.open()) {
      MaxPoolResult found = detour(input, kernelSize, o);
      return new MaxPoolResult(found.output().keep(), found.indices().contiguous().keep());
    }
  }

  /** Dilated windows can miss the image, and then there is nothing to gather. */
  private static boolean pays(Tensor input, MaxPoolOptions o) {
    return required(input, "input").dim() == 4 && input.size(1) >= ENOUGH_CHANNELS && input.numel() >= ENOUGH_ELEMENTS
        && input.isCpu()
        && input.isFloatingPoint() && input.isContiguous() && o.dilation().stream().allMatch(d -> d == 1);
  }

  private static MaxPoolResult detour(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    MaxPoolResult found;
    try (var quiet = Torch.noGrad()) {
      found = direct(input.contiguous(MemoryFormat.CHANNELS_LAST), kernelSize, o);
    }
    Tensor indices = found.indices();
    boolean recorded = input.requiresGrad() && Torch.isGradEnabled();
    Tensor output = recorded
        ? input.flatten(2).gather(2, indices.contiguous().flatten(2)).view(indices.shape().toLongArray())
        : found.output().contiguous();
    return new MaxPoolResult(output, indices);
  }

  private static MaxPoolResult direct(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    NativeTensor[] pair = AtenNN.maxPool2dWithIndices(handle(input), kernelSize, o.strides(), o.paddings(),
        o.dilations(), o.ceilMode());
    return new MaxPoolResult(tensor(pair[0]), tensor(pair[1]));
  }
}
