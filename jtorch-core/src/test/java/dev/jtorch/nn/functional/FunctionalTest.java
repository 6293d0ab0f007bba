package dev.jtorch.nn.functional;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.DType;
import dev.jtorch.IndexException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no layer shows: forms of functions that layers do not call. */
class FunctionalTest {
  private static final Golden GOLDEN = Golden.load("nn/functions");
  private final Tensor x = GOLDEN.tensor("x");
  private final Tensor image = GOLDEN.tensor("image");

  private static void check(Tensor actual, String name) { assertThat(actual).isCloseTo(GOLDEN.tensor(name)); }

  @Test void oneHot() {
    check(F.oneHot(GOLDEN.tensor("classes")), "one_hot");
    check(F.oneHot(GOLDEN.tensor("classes"), 5), "one_hot_5");
    assertThatThrownBy(() -> F.oneHot(Torch.tensor(new long[] {3}), 2)).isInstanceOf(TorchException.class)
        .hasMessage("Class values must be smaller than num_classes.");
  }

  @Test void softmax_inAnotherType() {
    check(F.softmax(x, 0, DType.FLOAT64), "softmax_float64");
    check(F.logSoftmax(x, 0, DType.FLOAT64), "log_softmax_float64");
    assertThatThrownBy(() -> F.softmax(x, 2)).isInstanceOf(IndexException.class)
        .hasMessage("Dimension out of range (expected to be in range of [-2, 1], but got 2)");
  }

  @Test @Row("S5-003") void softmax_ofOneTwoThree() {
    assertThat(F.softmax(Torch.tensor(new float[][] {{1, 2, 3}}), 1))
        .isCloseTo(Torch.tensor(new float[][] {{0.090031f, 0.244728f, 0.665241f}}));
  }

  @Test void pad() {
    check(F.pad(image, 1, 2, 0, 1), "pad");
    check(F.pad(image, new long[] {1, 2}, 7.5), "pad_value");
    check(F.pad(image, new long[] {1, 2, 0, 1}, PadMode.REFLECT), "pad_reflect");
    check(F.pad(image, new long[] {1, 2, 0, 1}, PadMode.REPLICATE), "pad_replicate");
    check(F.pad(image, new long[] {1, 2, 0, 1}, PadMode.CIRCULAR), "pad_circular");
    check(F.pad(image, -1, 0, 1, -2), "pad_crop");
  }

  @Test @Row("S5-024") void pad_countsFromTheLastDimension() {
    Tensor padded = F.pad(Torch.ones(1, 1, 4, 4), 1, 2, 0, 1);
    assertThat(padded).hasShape(1, 1, 5, 7);
    assertThat(padded.select(2, 0).flatten()).isIdenticalTo(Torch.tensor(new float[] {0, 1, 1, 1, 1, 0, 0}));
    assertThat(padded.select(2, 4).sum().item()).isZero();
  }

  @Test void maxPool_withIndices() {
    MaxPoolResult images = F.maxPool2dWithIndices(image, new long[] {2}, new MaxPoolOptions());
    check(images.output(), "max_pool2d");
    check(images.indices(), "max_pool2d_indices");
    MaxPoolResult signals = F.maxPool1dWithIndices(image.select(0, 0), new long[] {2}, new MaxPoolOptions());
    check(signals.output(), "max_pool1d");
    check(signals.indices(), "max_pool1d_indices");
    MaxPoolResult volumes = F.maxPool3dWithIndices(image, new long[] {2}, new MaxPoolOptions());
    check(volumes.output(), "max_pool3d");
    check(volumes.indices(), "max_pool3d_indices");
  }

  @Test void conv2d_withoutBias() {
    check(F.conv2d(image, GOLDEN.tensor("kernel"), null, o -> o.stride(2).padding(1)), "conv2d");
  }

  @Test void conv2d_withoutStrides_saysWhatPyTorchSays() {
    assertThatThrownBy(() -> F.conv2d(Torch.ones(1, 1, 3, 3), Torch.ones(1, 1, 2, 2), null, o -> o.stride(new long[0])))
        .isInstanceOf(TorchException.class)
        .hasMessage("expected stride to be a single integer value or a list of 2 values"
            + " to match the convolution dimensions, but got stride=[]");
  }

  @Test void bilinear() {
    check(F.bilinear(GOLDEN.tensor("a"), GOLDEN.tensor("b"), GOLDEN.tensor("bilinear_weight"),
        GOLDEN.tensor("bilinear_bias")), "bilinear");
  }

  @Test void batchNorm_byRunningStatistics() {
    check(F.batchNorm(x, Torch.tensor(new float[] {0.1f, 0.2f, 0.3f}), Torch.tensor(new float[] {1, 2, 3})),
        "batch_norm");
  }

  /** Of three dimensions PyTorch pools in two, which it can in half precision, too. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "BFLOAT16", "FLOAT16"}) void localResponseNorm_ofASignal(DType dtype) {
    Tensor signal = image.select(0, 0).to(dtype);
    check(F.localResponseNorm(signal, 2, new LocalResponseOptions().alpha(0.5)), "response_" + dtype.torchName());
  }

  @Test void dropout_byDefault_trainsWithOneHalf() {
    Torch.manualSeed(0);
    assertThat(F.dropout(Torch.ones(1000)).mean().item()).isEqualTo(1, within(0.1));
    for (boolean training : new boolean[] {true, false}) {
      assertThatThrownBy(() -> F.dropout(x, 1.5, training))
          .hasMessage("dropout probability has to be between 0 and 1, but got 1.5");
    }
  }
}
