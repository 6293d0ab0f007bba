package dev.jtorch.nn.conv;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.Padding;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

class ConvTest {
  @Test @Row("S2-002") void dimensions_shareABase() {
    assertThat(new Conv1d(2, 4, 3).call(Torch.zeros(1, 2, 10))).hasShape(1, 4, 8);
    assertThat(new Conv2d(2, 4, 3).call(Torch.zeros(1, 2, 10, 9))).hasShape(1, 4, 8, 7);
    assertThat(new Conv3d(2, 4, 3).call(Torch.zeros(1, 2, 10, 9, 8))).hasShape(1, 4, 8, 7, 6);
    assertThat(ConvNd.class).isAssignableFrom(Conv1d.class);
    assertThat(ConvNd.class).isAssignableFrom(Conv2d.class);
    assertThat(ConvNd.class).isAssignableFrom(Conv3d.class);
  }

  @Test @Row("S4-183") void image_withoutBatch() {
    assertThat(new Conv2d(3, 8, 3).call(Torch.zeros(3, 6, 6))).hasShape(8, 4, 4);
  }

  @Test @Row("S4-243") void rowAndColumn_haveFewerWeightsThanASquare() {
    var row = new Conv2d(1, 1, new long[] {1, 3}, o -> o.padding(0, 1).bias(false));
    var column = new Conv2d(1, 1, new long[] {3, 1}, o -> o.padding(1, 0).bias(false));
    assertThat(column.call(row.call(Torch.zeros(1, 1, 5, 7)))).hasShape(1, 1, 5, 7);
    assertThat(row.weight.numel() + column.weight.numel()).isEqualTo(6);
    assertThat(row.toString())
        .isEqualTo("Conv2d(1, 1, kernel_size=(1, 3), stride=(1, 1), padding=(0, 1), bias=False)");
  }

  @Test @Row("S2-005") void weights_areWithinTheirBound() {
    assertThat(new Conv2d(16, 32, 3).weight.abs().max().item()).isEqualTo(1 / 12.0, within(2e-3))
        .isLessThanOrEqualTo(1 / 12.0);
  }

  @Test @Row("S2-004") void resetParameters_keepsTheObjects() {
    var conv = new Conv2d(2, 3, 2);
    Parameter weight = conv.weight;
    Tensor before = weight.clone();
    conv.resetParameters();
    assertThat(conv.weight).isSameAs(weight);
    assertThat(weight.equal(before)).isFalse();
  }

  @Test void settings_canBeRead() {
    var conv = new Conv2d(4, 6, new long[] {2, 3}, o -> o.stride(1).padding(Padding.SAME).dilation(3).groups(2));
    assertThat(conv.inChannels()).isEqualTo(4);
    assertThat(conv.outChannels()).isEqualTo(6);
    assertThat(conv.kernelSize()).containsExactly(2, 3);
    assertThat(conv.stride()).containsExactly(1, 1);
    assertThat(conv.padding()).containsExactly(1, 3);
    assertThat(conv.dilation()).containsExactly(3, 3);
    assertThat(conv.groups()).isEqualTo(2);
  }

  /** As dilated ResNets do to trained layers. */
  @Test void options_ofALivingLayer() {
    var conv = new Conv2d(1, 1, 3, o -> o.stride(2));
    conv.options(o -> o.stride(1).dilation(2).padding(2));
    assertThat(conv.call(Torch.zeros(1, 1, 6, 6))).hasShape(1, 1, 6, 6);
    assertThat(conv.toString())
        .isEqualTo("Conv2d(1, 1, kernel_size=(3, 3), stride=(1, 1), padding=(2, 2), dilation=(2, 2))");
  }

  /** Weight standardisation: a subclass convolves with other kernels, padded as ever. */
  static class Standardised extends Conv2d {
    Standardised() {
      super(1, 1, 3, o -> o.padding(1).paddingMode(PaddingMode.REFLECT));
    }

    @Override protected Tensor forward(Tensor input) {
      return convForward(input, weight.sub(weight.mean()).div(weight.std()), bias);
    }
  }

  @Test void subclass_choosesItsKernels() {
    var conv = new Standardised();
    Tensor x = Torch.randn(1, 1, 5, 5);
    Tensor output = conv.call(x);
    conv.weight.data(conv.weight.mul(2).detach());
    assertThat(conv.call(x)).isCloseTo(output);
  }
}
