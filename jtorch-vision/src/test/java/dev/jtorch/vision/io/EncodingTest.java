package dev.jtorch.vision.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.TensorAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private final Golden golden = Golden.load("images/written");
  private final Tensor picture = golden.tensor("picture");

  @TempDir private Path folder;

  @ParameterizedTest @ValueSource(ints = {10, 50, 75, 95}) void jpeg_losesWhatTorchvisionLoses(int quality) {
    Tensor rgb = Images.decodeImage(Images.encodeJpeg(picture, quality));
    TensorAssert.assertThat(rgb).isIdenticalTo(golden.tensor("rgb" + quality));
    Tensor grey = Images.decodeImage(Images.encodeJpeg(picture.narrow(0, 0, 1), quality));
    TensorAssert.assertThat(grey).isIdenticalTo(golden.tensor("grey" + quality));
  }

  @ParameterizedTest @ValueSource(ints = {1, 2, 3, 4}) void png_losesNothing(int channels) {
    Tensor image = Torch.cat(List.of(picture, picture.flip(-1))).narrow(0, 0, channels);
    for (int level : new int[] {0, 1, 6, 9}) {
      TensorAssert.assertThat(Images.decodeImage(Images.encodePng(image, level))).isIdenticalTo(image);
    }
  }

  @Test void png_levelsMakeItSmaller() {
    assertThat(Images.encodePng(picture, 0).length).isGreaterThan(2100);
    assertThat(Images.encodePng(picture).length).isLessThan(900);
  }

  @ParameterizedTest @ValueSource(ints = {1, 2, 3, 4}) void webp_losesNothing(int channels) {
    Tensor image = Torch.cat(List.of(picture, picture.flip(-1))).narrow(0, 0, channels);
    Tensor read = Images.decodeImage(Images.encodeWebp(image),
        o -> o.mode(channels % 2 == 0 ? ImageReadMode.RGB_ALPHA : ImageReadMode.RGB));
    Tensor colour = channels < 3 ? image.narrow(0, 0, 1).expand(3, 21, 33) : image.narrow(0, 0, 3);
    TensorAssert.assertThat(read.narrow(0, 0, 3)).isIdenticalTo(colour);
    if (channels % 2 == 0) TensorAssert.assertThat(read.get(3)).isIdenticalTo(image.get(-1));
  }

  /** Sizes at which blocks and bits end, and samples so uneven that some words would be too long. */
  @Test void webp_ofAnySizeAndAnyColours() {
    Torch.manualSeed(3);
    for (long[] size : new long[][] {{1, 1}, {1, 9}, {9, 1}, {513, 2}, {1, 1025}}) {
      Tensor noise = Torch.randint(0, 256, 3, size[0], size[1]).to(DType.UINT8);
      TensorAssert.assertThat(Images.decodeImage(Images.encodeWebp(noise))).isIdenticalTo(noise);
    }
    Tensor skewed = Torch.full(new long[] {1, 300, 300}, 7, o -> o.dtype(DType.UINT8));
    Tensor flat = skewed.view(-1);
    for (int level = 0, at = 0; at < 60_000; level++, at += 1 + at) flat.narrow(0, at / 2, at / 2 + 1).fill_(level * 3);
    TensorAssert.assertThat(Images.decodeImage(Images.encodeWebp(skewed)).narrow(0, 0, 1)).isIdenticalTo(skewed);
  }

  @Test void bmp_losesNothing() {
    TensorAssert.assertThat(Images.decodeImage(Images.encodeBmp(picture))).isIdenticalTo(picture);
    Tensor grey = picture.narrow(0, 1, 1);
    TensorAssert.assertThat(Images.decodeImage(Images.encodeBmp(grey))).isIdenticalTo(grey);
  }

  @Test void files_areWhole() {
    Path file = folder.resolve("a.img");
    Images.writeBmp(picture, file);
    TensorAssert.assertThat(Images.readImage(file)).isIdenticalTo(picture);
    Images.writeJpeg(picture, file);
    TensorAssert.assertThat(Images.readImage(file)).isIdenticalTo(golden.tensor("rgb75"));
    Images.writeWebp(picture, file);
    TensorAssert.assertThat(Images.readImage(file)).isIdenticalTo(picture);
    Images.writePng(picture, file);
    TensorAssert.assertThat(Images.readImage(file, o -> o.mode(ImageReadMode.RGB))).isIdenticalTo(picture);
    assertThat(folder.toFile().list()).containsExactly("a.img");
  }

  /** What {@code goldens/images/check_written.py} reads with Pillow. */
  @Test void files_forPillow() throws IOException {
    Path written = Files.createDirectories(Path.of("target/written/images"));
    Tensor alpha = Torch.cat(List.of(picture, picture.narrow(0, 0, 1).flip(-1)));
    Images.writePng(picture, written.resolve("rgb.png"));
    Images.writeWebp(picture, written.resolve("rgb.webp"));
    Images.writeBmp(picture, written.resolve("rgb.bmp"));
    Images.writePng(alpha, written.resolve("alpha.png"));
    Images.writeWebp(alpha, written.resolve("alpha.webp"));
    assertThat(written.toFile().list()).containsExactlyInAnyOrder("rgb.png", "rgb.webp", "rgb.bmp", "alpha.png",
        "alpha.webp");
  }

  @Test void whatIsNoImage_isRefused() {
    refused(() -> Images.encodeJpeg(picture, 0), "encodeJpeg: quality is 0 (expected: 1 to 100)");
    refused(() -> Images.encodePng(picture, 10), "encodePng: compressionLevel is 10 (expected: 0 to 9)");
    refused(() -> Images.encodePng(picture.to(DType.FLOAT32)),
        "encodePng: image is float32 (3, 21, 33) (expected: uint8 (C, H, W) with C = 1 to 4)");
    refused(() -> Images.encodeJpeg(picture.get(0)),
        "encodeJpeg: image is uint8 (21, 33) (expected: uint8 (C, H, W) with C = 1 or 3)");
    refused(() -> Images.encodeWebp(Torch.zeros(1, 1, 16385)),
        "encodeWebp: image is (1, 1, 16385) (expected: at most 16384 rows and columns)");
    refused(() -> Images.encodeBmp(picture.narrow(0, 0, 2)),
        "encodeBmp: image is uint8 (2, 21, 33) (expected: uint8 (C, H, W) with C = 1 or 3)");
    Path nowhere = folder.resolve("none/a.png");
    assertThatThrownBy(() -> Images.writePng(picture, nowhere)).isInstanceOf(ImageException.class)
        .hasMessageStartingWith(nowhere + ": cannot be written (");
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(ImageException.class).hasMessage(message);
  }
}
