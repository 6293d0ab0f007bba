package dev.jtorch.nn.functional;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.MemoryFormat;
import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.AtenNN;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The detour through NHWC gives what LibTorch's own kernel gives, bit for bit. */
class MaxPooling2dTest {
  private static final long[] KERNEL = {3, 2};

  static Stream<UnaryOperator<MaxPoolOptions>> options() {
    return Stream.of(o -> o, o -> o.stride(2).padding(1), o -> o.stride(1, 2), o -> o.stride(2).ceilMode(true),
        o -> o.stride(2).dilation(2));
  }

  /** Zeros give many equal maxima; one window has a NaN. */
  private static Tensor image() {
    Torch.manualSeed(0);
    Tensor image = F.relu(Torch.randn(2, 8, 51, 49));
    image.select(0, 1).select(0, 3).select(0, 20).select(0, 20).fill_(Double.NaN);
    return image.requiresGrad_();
  }

  @ParameterizedTest
  @MethodSource("options") void detour_isTheKernel(UnaryOperator<MaxPoolOptions> with) {
    MaxPoolOptions o = with.apply(new MaxPoolOptions());
    Tensor image = image();
    var pair = AtenNN.maxPool2dWithIndices(Bridge.handle(image), KERNEL, o.strides(), o.paddings(), o.dilations(),
        o.ceilMode());
    Tensor expected = Bridge.tensor(pair[0]);
    Tensor gradient = Torch.randnLike(expected);
    expected.backward(gradient);
    Tensor expectedGradient = image.grad().clone();
    image.grad(null);

    Tensor output = F.maxPool2d(image, KERNEL, o);
    assertThat(output).isIdenticalTo(expected);
    assertThat(output.isContiguous()).isTrue();
    output.backward(gradient);
    assertThat(image.grad()).isIdenticalTo(expectedGradient);
    MaxPoolResult result = F.maxPool2dWithIndices(image.detach(), KERNEL, o);
    assertThat(result.output()).isIdenticalTo(expected);
    assertThat(result.indices()).isIdenticalTo(Bridge.tensor(pair[1]));
    assertThat(result.indices().isContiguous()).isTrue();
  }

  @Test void channelsLast_staysSo() {
    Tensor image = image().detach().contiguous(MemoryFormat.CHANNELS_LAST);
    assertThat(F.maxPool2d(image, 2).isContiguous(MemoryFormat.CHANNELS_LAST)).isTrue();
  }

  @Test void detour_leavesNothingBehind() {
    Tensor image = image();
    long before = MemoryStats.now().liveTensors();
    try (var scope = Scope.open()) {
      F.maxPool2d(image, 2);
      F.maxPool2dWithIndices(image, KERNEL, new MaxPoolOptions());
      assertThat(scope.size()).isEqualTo(3);
    }
    assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(before);
  }
}
