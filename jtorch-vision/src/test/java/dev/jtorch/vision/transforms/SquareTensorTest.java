package dev.jtorch.vision.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SquareTensorTest {
  /** Printed by torchvision 0.25's {@code resize([side, side], antialias=True)} of {@link #squares}. */
  private static final float[] SHRUNK = {0.058244213f, 0.11902852f, 0.35236192f, 0.5111854f};
  private static final float[] SHRUNK_AND_STRETCHED = {0.00098039221f, 0.0088235298f, 0.027124183f, 0.055882353f,
    0.068382353f, 0.10482027f, 0.15171568f, 0.20906863f, 0.22279412f, 0.29354575f, 0.37475491f, 0.46642154f,
    0.41274509f, 0.51209152f, 0.62189543f, 0.7421568f};

  @Test void apply_resizesAsTorchvision() {
    assertClose(SquareTensor.grey(2).apply(squares()), SHRUNK);
    assertClose(SquareTensor.grey(4).apply(squares()), SHRUNK_AND_STRETCHED);
  }

  @Test void rgb_ofColour_separatesChannelsAndIgnoresAlpha() {
    var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x80_ff_33_00);
    Tensor tensor = SquareTensor.rgb(1).apply(image);
    assertThat(tensor.shape()).containsExactly(3L, 1L, 1L);
    assertClose(tensor, 1, 0.2f, 0);
    assertClose(SquareTensor.grey(1).apply(image), 0.299f + 0.587f * 0.2f);
  }

  @Test void rgb_ofGrey_repeatsTheSamplesUnchanged() {
    var image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, 51);
    assertClose(SquareTensor.rgb(1).apply(image), 0.2f, 0.2f, 0.2f);
    var fine = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    fine.getRaster().setSample(0, 0, 0, 13107);
    assertClose(SquareTensor.grey(1).apply(fine), 0.2f);
  }

  @Test void construction_refusesNoSide() {
    assertThatThrownBy(() -> SquareTensor.rgb(0)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SquareTensor: side is 0 (expected: >= 1)");
  }

  /** Three rows of five grey pixels: 0, 1, 4, .. 196. */
  private static BufferedImage squares() {
    var image = new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 15; i++) image.getRaster().setSample(i % 5, i / 5, 0, i * i);
    return image;
  }

  private static void assertClose(Tensor actual, float... expected) {
    assertThat(actual.flatten().toFloatArray()).containsExactly(expected, within(1e-6f));
  }
}
