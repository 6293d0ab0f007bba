package dev.jtorch.nn.upsampling;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

class UpsampleTest {
  @Test @Row("S5-022") void bilinear_doublesHeightAndWidth_asInterpolateDoes() {
    var up = new Upsample(o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR).alignCorners(true));
    Tensor x = Torch.randn(1, 3, 4, 5);
    Tensor y = up.call(x);
    assertThat(y).hasShape(1, 3, 8, 10);
    assertThat(y).isIdenticalTo(
        F.interpolate(x, o -> o.size(8, 10).mode(InterpolateMode.BILINEAR).alignCorners(true)));
    assertThat(up.toString()).isEqualTo("Upsample(scale_factor=2.0, mode='bilinear')");
  }

  @Test void toString_ofSizesAndFactors() {
    assertThat(new Upsample(o -> o.size(8)).toString()).isEqualTo("Upsample(size=8, mode='nearest')");
    assertThat(new Upsample(o -> o.scaleFactor(2, 3)).toString())
        .isEqualTo("Upsample(scale_factor=(2.0, 3.0), mode='nearest')");
    assertThat(new Upsample(o -> o.mode(InterpolateMode.NEAREST_EXACT)).toString())
        .isEqualTo("Upsample(size=None, mode='nearest-exact')");
    assertThat(UpsamplingNearest2d.size(4, 5).toString())
        .isEqualTo("UpsamplingNearest2d(size=(4, 5), mode='nearest')");
    assertThat(UpsamplingBilinear2d.scaleFactor(2).toString())
        .isEqualTo("UpsamplingBilinear2d(scale_factor=2.0, mode='bilinear')");
  }

  @Test void options_ofALivingLayer() {
    var up = new Upsample(o -> o.scaleFactor(2));
    up.options(o -> o.scaleFactor(3));
    assertThat(up.call(Torch.zeros(1, 1, 2, 2))).hasShape(1, 1, 6, 6);
    assertThat(up.options().mode()).isEqualTo(InterpolateMode.NEAREST);
  }

  /** How unequal an output is that should be even: where a kernel's elements overlap, a decoder draws a checkerboard. */
  private static double checkerboard(Tensor output) {
    return output.narrow(2, 1, 14).narrow(3, 1, 14).std().item() / output.abs().mean().item();
  }

  @Test @Row("S4-252") void upsamplingAndAnyKernel_isSmootherThanTransposedConvolution() {
    Torch.manualSeed(0);
    Tensor even = Torch.ones(1, 4, 8, 8);
    var transposed = new ConvTranspose2d(4, 1, 2, o -> o.stride(2).bias(false));
    var smooth = new Sequential(new Upsample(o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR)),
        new Conv2d(4, 1, 1, o -> o.bias(false)));
    try (var quiet = Torch.noGrad()) {
      Tensor drawn = transposed.call(even);
      Tensor plain = smooth.call(even);
      assertThat(plain).hasShape(1, 1, 16, 16);
      assertThat(drawn).hasShape(1, 1, 16, 16);
      assertThat(checkerboard(plain)).isLessThan(1e-5);
      assertThat(checkerboard(drawn)).isGreaterThan(0.1);
    }
  }
}
