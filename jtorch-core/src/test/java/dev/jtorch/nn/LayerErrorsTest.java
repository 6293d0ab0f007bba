package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.IndexException;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.activation.Hardtanh;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.dropout.Dropout1d;
import dev.jtorch.nn.dropout.Dropout2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.functional.Padding;
import dev.jtorch.nn.linear.Bilinear;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.loss.CrossEntropyLoss;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.padding.CircularPad1d;
import dev.jtorch.nn.padding.ReflectionPad2d;
import dev.jtorch.nn.padding.ZeroPad2d;
import dev.jtorch.nn.pooling.AvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.shape.Flatten;
import dev.jtorch.nn.shape.Unflatten;
import dev.jtorch.nn.upsampling.PixelShuffle;
import dev.jtorch.testing.Row;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole messages: what a layer cannot be built from, and what it cannot be called with. */
class LayerErrorsTest {
  private record Refusal(ThrowingCallable action, Class<?> type, String message) {
    @Override public String toString() { return message; }
  }

  private static Refusal build(ThrowingCallable action, String message) {
    return new Refusal(action, TorchException.class, message);
  }

  private static Refusal call(Layer layer, Tensor input, Class<?> type, String message) {
    return new Refusal(() -> layer.call(input), type, message);
  }

  static Stream<Refusal> constructors() {
    return Stream.of(
        build(() -> new Linear(-1, 2), "Linear: inFeatures is -1 (expected: 0 or more)"),
        build(() -> new Conv2d(3, 4, 3, o -> o.groups(0)), "Conv2d: groups is 0 (expected: 1 or more)"),
        build(() -> new Conv2d(3, 4, 3, o -> o.groups(2)),
            "Conv2d: inChannels is 3 (expected: divisible by groups 2)"),
        build(() -> new Conv2d(4, 3, 3, o -> o.groups(2)),
            "Conv2d: outChannels is 3 (expected: divisible by groups 2)"),
        new Refusal(() -> new Conv2d(3, 4, 3, o -> o.stride(1, 2, 3)), ShapeException.class,
            "Conv2d: stride is (1, 2, 3) (expected: one number, or 2)"),
        new Refusal(() -> new Conv2d(3, 4, new long[] {1, 2, 3}, o -> o), ShapeException.class,
            "Conv2d: kernelSize is (1, 2, 3) (expected: one number, or 2)"),
        build(() -> new Conv2d(3, 4, 3, o -> o.stride(2).padding(Padding.SAME)),
            "Conv2d: stride is (2,) with padding SAME (expected: 1);"
                + " padding='same' is not supported for strided convolutions"),
        build(() -> new ConvTranspose2d(3, 4, 3, o -> o.groups(2)),
            "ConvTranspose2d: inChannels is 3 (expected: divisible by groups 2)"),
        build(() -> new Hardtanh(2, 1), "Hardtanh: maxVal is 1.0 (expected: more than minVal 2.0)"),
        build(() -> new Dropout2d(-0.5), "Dropout2d: p is -0.5 (expected: between 0 and 1)"),
        new Refusal(() -> new ZeroPad2d(1, 2), ShapeException.class,
            "ZeroPad2d: padding is (1, 2) (expected: one number, or 4)"),
        build(() -> new Bilinear(0, 2, 3), "Bilinear: in1Features is 0 (expected: 1 or more)"),
        build(() -> new BatchNorm2d(-2), "BatchNorm2d: numFeatures is -2 (expected: 0 or more)"),
        build(() -> new Dropout(1.5), "Dropout: p is 1.5 (expected: between 0 and 1)"));
  }

  static Stream<Refusal> calls() {
    Tensor image = Torch.zeros(1, 2, 5, 5);
    return Stream.of(
        call(new Linear(3, 2), Torch.zeros(1, 2), ShapeException.class,
            "Linear: mat1 and mat2 shapes cannot be multiplied (1x2 and 3x2)"),
        call(new Linear(3, 2), Torch.zeros(1, 3).to(DType.FLOAT64), DTypeException.class,
            "Linear: mat1 and mat2 must have the same dtype, but got Double and Float"),
        call(new Conv2d(3, 4, 3), image, ShapeException.class,
            "Conv2d: Given groups=1, weight of size [4, 3, 3, 3], expected input[1, 2, 5, 5] to have 3 channels, but"
                + " got 2 channels instead"),
        call(new Conv2d(3, 4, 3), Torch.zeros(5, 5), ShapeException.class,
            "Conv2d: Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [5, 5]"),
        call(new Conv2d(2, 4, 7), image, ShapeException.class,
            "Conv2d: Calculated padded input size per channel: (5 x 5). Kernel size: (7 x 7). Kernel size can't be"
                + " greater than actual input size"),
        call(new ConvTranspose2d(3, 4, 3), image, ShapeException.class,
            "ConvTranspose2d: Given transposed=1, weight of size [3, 4, 3, 3], expected input[1, 2, 5, 5] to have 3"
                + " channels, but got 2 channels instead"),
        call(new Dropout1d(), image, ShapeException.class,
            "Dropout1d: dropout1d: Expected 2D or 3D input, but received a 4D input. Note that dropout1d exists to"
                + " provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an optional"
                + " batch dimension (i.e. 2D or 3D inputs)."),
        call(new MaxPool2d(2, o -> o.padding(2)), image, TorchException.class,
            "MaxPool2d: pad should be at most half of effective kernel size, but got pad=2, kernel_size=2 and"
                + " dilation=1"),
        call(new AvgPool2d(2, o -> o.padding(2)), image, TorchException.class,
            "AvgPool2d: pad should be at most half of effective kernel size, but got pad=2, kernel_size=2 and"
                + " dilation=1"),
        call(new ReflectionPad2d(5), image, ShapeException.class,
            "ReflectionPad2d: Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (5, 5) at"
                + " dimension 3 of input [1, 2, 5, 5]"),
        call(new CircularPad1d(1), image, ShapeException.class,
            "CircularPad1d: expected 2D or 3D input (got 4D input), as (N, C, *) or (C, *)"),
        call(new PixelShuffle(3), image, ShapeException.class,
            "PixelShuffle: pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of"
                + " upscale_factor, but input.size(-3)=2 is not divisible by 9"),
        call(new MaxPool2d(9), image, ShapeException.class,
            "MaxPool2d: Given input size: (2x5x5). Calculated output size: (2x0x0). Output size is too small"),
        call(new BatchNorm2d(3), image, ShapeException.class,
            "BatchNorm2d: running_mean should contain 2 elements not 3"),
        call(new BatchNorm1d(2), image, ShapeException.class,
            "BatchNorm1d: expected 2D or 3D input (got 4D input), as (N, C) or (N, C, L)"),
        call(new Unflatten(1, 2, 2), Torch.zeros(1, 3), ShapeException.class,
            "Unflatten: unflatten: Provided sizes [2, 2] don't multiply up to the size of dim 1 (3) in the input"
                + " tensor"),
        call(new Flatten(1, 5), Torch.zeros(1, 3), IndexException.class,
            "Flatten: Dimension out of range (expected to be in range of [-2, 1], but got 5)"));
  }

  @ParameterizedTest
  @MethodSource({"constructors", "calls"}) void refusal_isNamedAndWorded(Refusal refusal) {
    Throwable thrown = catchThrowable(refusal.action());
    assertThat(thrown).isInstanceOf(refusal.type());
    assertThat(thrown.getMessage()).isEqualTo(refusal.message());
  }

  @Test @Row({"S4-183"}) void batchNorm2d_withoutBatch_saysWhatToDo() {
    Throwable thrown = catchThrowable(() -> new BatchNorm2d(3).call(Torch.zeros(3, 4, 4)));
    assertThat(thrown).isInstanceOf(ShapeException.class).hasMessage("BatchNorm2d: expected 4D input (got 3D input), as"
        + " (N, C, H, W); is the batch dimension missing? unsqueeze(0) adds one");
  }

  @Test @Row("S4-047") void batchNorm2d_ofOneValue() {
    assertThat(catchThrowable(() -> new BatchNorm2d(2).call(Torch.zeros(1, 2, 1, 1))))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "BatchNorm2d: Expected more than 1 value per channel when training, got input size torch.Size([1, 2,"
                + " 1, 1])");
  }

  @Test @Row("S4-239") void crossEntropy_ofAClassThatIsNone() {
    assertThat(catchThrowable(() -> new CrossEntropyLoss().call(Torch.zeros(1, 3), Torch.tensor(new long[] {5}))))
        .isInstanceOf(IndexException.class).hasMessage("CrossEntropyLoss: Target 5 is out of bounds.");
  }

  @Test void message_namesThePlace() {
    var net = new Sequential(new Flatten(), new Sequential(new Linear(3, 2)));
    assertThat(catchThrowable(() -> net.call(Torch.zeros(1, 2))))
        .hasMessage("in 1.0 (Linear): mat1 and mat2 shapes cannot be multiplied (1x2 and 3x2)");
  }
}
