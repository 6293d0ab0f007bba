package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Size;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.vision.models.MobileNetV2.InvertedResidual;
import dev.jtorch.vision.models.MobileNetV2.InvertedResidualSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channels, shortcuts, and what is refused. */
class MobileNetV2Test {
  @ParameterizedTest @CsvSource({"11.2, 8, 16", "11.9, 8, 16", "4, 8, 8", "33.6, 4, 32", "1280, 8, 1280", "35, 1, 35",
    "90.5, 8, 88", "10.4, 8, 16", "12, 8, 16", "36, 8, 40"}) void channels_areRoundedAsTorchvisionDoes(double channels,
        long divisor, long expected) {
    assertThat(new MobileNetV2.Options().roundNearest(divisor).scaled(1, channels)).isEqualTo(expected);
  }

  @Test void block_addsItsInputWhereShapesAgree() {
    var narrow = new InvertedResidual(8, 8, o -> o.expandRatio(1));
    assertThat(narrow.conv.size()).as("no first convolution").isEqualTo(3);
    var block = new InvertedResidual(8, 8, o -> o.expandRatio(6));
    assertThat(block.conv.size()).isEqualTo(4);
    block.eval();
    var x = Torch.randn(1, 8, 4, 4);
    assertThat(block.call(x).equal(x.add(block.conv.call(x)))).isTrue();
    var half = new InvertedResidual(8, 8, o -> o.stride(2).expandRatio(6));
    half.eval();
    assertThat(half.call(x).equal(half.conv.call(x))).isTrue();
    assertThat(half.call(x).shape()).isEqualTo(Size.of(1, 8, 2, 2));
    assertThat(half.outChannels()).isEqualTo(8);
  }

  @Test void options_thatAreRefused() {
    assertThatThrownBy(() -> MobileNetV2.mobilenet_v2(o -> o.invertedResidualSetting(new InvertedResidualSetting[0])))
        .isInstanceOf(TorchException.class)
        .hasMessage("inverted_residual_setting should be non-empty or a 4-element list, got []");
    assertThatThrownBy(
        () -> MobileNetV2.mobilenet_v2(o -> o.invertedResidualSetting(new InvertedResidualSetting(1, 16, 1, 3))))
        .isInstanceOf(TorchException.class).hasMessage("stride should be 1 or 2 instead of 3");
  }
}
