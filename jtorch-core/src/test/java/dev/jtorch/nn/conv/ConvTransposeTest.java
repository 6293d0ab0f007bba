package dev.jtorch.nn.conv;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.functional.F;
import dev.jtorch.testing.Row;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConvTransposeTest {
  private final Tensor input = Torch.zeros(1, 4, 5, 7);

  private void checkSize(long kernelSize, UnaryOperator<ConvTransposeNd.Options> with, long height, long width) {
    assertThat(new ConvTranspose2d(4, 6, kernelSize, with).call(input)).hasShape(1, 6, height, width);
  }

  private static void refused(ThrowingCallable action, Class<?> type, String message) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(type);
    assertThat(thrown.getMessage()).isEqualTo(message);
  }

  @Test @Row("S4-001") void outputSize_followsFromTheSettings() {
    checkSize(2, o -> o.stride(2), 10, 14);
    checkSize(3, o -> o.stride(2).padding(1), 9, 13);
    checkSize(3, o -> o.stride(2).padding(1).outputPadding(1), 10, 14);
    checkSize(3, o -> o.dilation(2), 9, 11);
    var conv = new ConvTranspose2d(4, 6, 3, o -> o.groups(2));
    assertThat(conv.weight).hasShape(4, 3, 3, 3);
  }

  @Test @Row("S4-001") void elements_putTheKernelIntoTheOutput() {
    var conv = new ConvTranspose2d(1, 1, 2, o -> o.stride(2).bias(false));
    Tensor kernel = Torch.tensor(new float[][] {{1, 2}, {3, 4}}).view(1, 1, 2, 2);
    conv.weight.detach().copy_(kernel);
    Tensor x = Torch.tensor(new float[] {1, 10}).view(1, 1, 1, 2);
    assertThat(conv.call(x).flatten()).isIdenticalTo(Torch.tensor(new float[] {1, 2, 10, 20, 3, 4, 30, 40}));
    Tensor y = Torch.zeros(1, 1, 2, 4).requiresGrad_();
    F.conv2d(y, kernel, null, o -> o.stride(2)).backward(x);
    assertThat(y.grad()).isIdenticalTo(conv.call(x));
  }

  @Test @Row("S4-001") void outputPadding_isBelowStrideOrDilation() {
    refused(() -> new ConvTranspose2d(4, 6, 3, o -> o.stride(2).outputPadding(2)).call(input), TorchException.class,
        "ConvTranspose2d: output padding must be smaller than either stride or dilation, but got output_padding_height: 2"
            + " output_padding_width: 2 stride_height: 2 stride_width: 2 dilation_height: 1 dilation_width: 1");
  }

  @Test @Row("S4-001") void toSize_choosesTheOutputPadding() {
    var conv = new ConvTranspose2d(4, 6, 3, o -> o.stride(2).padding(1));
    Tensor x = Torch.zeros(1, 4, 4, 4);
    assertThat(conv.toSize(x, 8, 7)).hasShape(1, 6, 8, 7);
    assertThat(conv.toSize(x, 1, 6, 7, 8)).hasShape(1, 6, 7, 8);
    assertThat(conv.toSize(x.select(0, 0), 8, 8)).hasShape(6, 8, 8);
    assertThat(conv.call(x)).hasShape(1, 6, 7, 7);
    refused(() -> conv.toSize(x, 9, 7), ShapeException.class,
        "requested an output size of [9, 7], but valid sizes range from [7, 7] to [8, 8] (for an input of torch.Size([4,"
            + " 4]))");
    refused(() -> conv.toSize(x, 9, 7, 7), ShapeException.class,
        "ConvTranspose2D: for 4D input, output_size must have 2 or 4 elements (got 3)");
  }

  @Test @Row("S2-005") void reset_drawsByTheOutputsFan() {
    Torch.manualSeed(0);
    var conv = new ConvTranspose2d(4, 6, 3);
    assertThat(conv.weight.abs().max().item()).isEqualTo(1 / Math.sqrt(54), within(0.005));
    assertThat(conv.bias.abs().max().item()).isLessThan(1 / Math.sqrt(54));
    conv.resetParameters();
    assertThat(conv.weight.abs().max().item()).isEqualTo(0.1361, within(0.005));
    assertThat(new Conv2d(16, 32, 3).weight.abs().max().item()).isEqualTo(1 / Math.sqrt(144), within(0.001));
  }

  @Test void options_ofALivingLayer() {
    var conv = new ConvTranspose2d(4, 6, 3);
    conv.options(o -> o.stride(2));
    assertThat(conv.call(input)).hasShape(1, 6, 11, 15);
    assertThat(conv.options().convolution().stride()).containsExactly(2L, 2L);
    assertThat(conv.kernelSize()).containsExactly(3, 3);
    assertThat(conv.inChannels()).isEqualTo(4);
    assertThat(conv.outChannels()).isEqualTo(6);
    assertThat(conv.toString()).isEqualTo("ConvTranspose2d(4, 6, kernel_size=(3, 3), stride=(2, 2))");
  }
}
