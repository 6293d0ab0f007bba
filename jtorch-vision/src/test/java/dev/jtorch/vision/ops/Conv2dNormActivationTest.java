package dev.jtorch.vision.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Size;
import dev.jtorch.Torch;
import org.junit.jupiter.api.Test;

class Conv2dNormActivationTest {
  @Test void padding_keepsTheSize() {
    var block = new Conv2dNormActivation(3, 8,
        o -> o.kernelSize(3, 5).stride(2, 1).dilation(2).normLayer(null));
    assertThat(block.outChannels()).isEqualTo(8);
    assertThat(block).hasToString("""
        Conv2dNormActivation(
          (0): Conv2d(3, 8, kernel_size=(3, 5), stride=(2, 1), padding=(2, 4), dilation=(2, 2))
          (1): ReLU(inplace=True)
        )""");
    assertThat(block.call(Torch.randn(1, 3, 8, 8)).shape()).isEqualTo(Size.of(1, 8, 4, 8));
  }

  @Test void activation_isLeftOut() {
    assertThat(new Conv2dNormActivation(4, 8,
        o -> o.kernelSize(1).groups(2).activationLayer(null).bias(true).padding(3))).hasToString("""
            Conv2dNormActivation(
              (0): Conv2d(4, 8, kernel_size=(1, 1), stride=(1, 1), padding=(3, 3), groups=2)
              (1): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
            )""");
  }

  @Test void options_atFirst() {
    assertThat(new Conv2dNormActivation(4, 8)).hasToString("""
        Conv2dNormActivation(
          (0): Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
          (1): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
          (2): ReLU(inplace=True)
        )""");
  }
}
