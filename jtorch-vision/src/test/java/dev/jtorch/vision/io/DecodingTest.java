package dev.jtorch.vision.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoded images are torchvision's, and where it has none, Pillow's. */
class DecodingTest {
  /** All images of a golden file, each in all modes that the file has. */
  @ParameterizedTest @ValueSource(strings = {"jpeg", "png", "png16", "png_small"}) void pixels_areTheSame(String name) {
    Golden golden = Golden.load("images/" + name);
    Map<String, Tensor> expected = golden.tensors("");
    expected.keySet().removeIf(key -> key.endsWith(".file"));
    assertThat(expected).isNotEmpty();
    expected.forEach((key, pixels) -> {
      Tensor image = decoded(golden, key);
      assertThat(image.dtype()).isEqualTo(key.contains("16") ? DType.UINT16 : DType.UINT8);
      TensorAssert.assertThat(image.to(pixels.dtype())).as(key).isIdenticalTo(pixels);
    });
  }

  @Test void webpBmpAndTiff_arePillows() {
    Golden golden = Golden.load("images/others");
    Map<String, Tensor> expected = golden.tensors("");
    expected.keySet().removeIf(key -> key.endsWith(".file") || key.startsWith("lossy"));
    expected.forEach((key, pixels) -> TensorAssert.assertThat(decoded(golden, key)).as(key).isIdenticalTo(pixels));
  }

  /** The decoder repeats colours where libwebp interpolates them. */
  @Test void webpWithLosses_differsByFewLevels() {
    Golden golden = Golden.load("images/others");
    for (String key : new String[] {"lossy.UNCHANGED", "lossy.RGB", "lossy.RGB_ALPHA"}) {
      Tensor image = decoded(golden, key);
      TensorAssert.assertThat(image).as(key).isCloseTo(golden.tensor(key), Tolerance.levels(8));
      Tensor off = image.to(DType.FLOAT32).sub(golden.tensor(key)).abs();
      assertThat(off.mean().item()).isLessThan(1.5);
    }
    assertThat(decoded(golden, "lossy.GRAY").shape()).containsExactly(1L, 24L, 40L);
  }

  @ParameterizedTest @ValueSource(strings = {"JPEG", "PNG"}) void orientation_isAppliedOnRequest(String format) {
    Golden golden = Golden.load("images/orientation");
    for (int i = 1; i <= 8; i++) {
      byte[] file = golden.tensor(format + i + ".file").toByteArray();
      TensorAssert.assertThat(Images.decodeImage(file)).isIdenticalTo(golden.tensor(format + i + ".stored"));
      TensorAssert.assertThat(Images.decodeImage(file, o -> o.applyExifOrientation(true))).as(format + i)
          .isIdenticalTo(golden.tensor(format + i + ".seen"));
    }
  }

  @Test void memory_isChannelsLast() {
    Tensor image = decoded(Golden.load("images/png"), "rgb.RGB");
    assertThat(image.shape()).containsExactly(3L, 13L, 19L);
    assertThat(image.stride()).containsExactly(1L, 57L, 3L);
  }

  private static Tensor decoded(Golden golden, String key) {
    String[] nameAndMode = key.split("\\.");
    byte[] file = golden.tensor(nameAndMode[0] + ".file").toByteArray();
    return Images.decodeImage(file, o -> o.mode(ImageReadMode.valueOf(nameAndMode[1])));
  }
}
