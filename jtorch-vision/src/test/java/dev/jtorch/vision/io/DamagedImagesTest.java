package dev.jtorch.vision.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, it is an image or one exception that names the file; never a crash, and never much memory. */
class DamagedImagesTest {
  private static final int FLIPS = 400;

  @TempDir private Path folder;

  @ParameterizedTest @ValueSource(strings = {"jpeg", "png", "png16", "png_small", "others"})
  @Timeout(600) void cutOff_isAnError(String name) {
    files(name).forEach((image, file) -> {
      for (int length = 0; length < file.length; length++) {
        byte[] cut = Arrays.copyOf(file, length);
        try (var scope = Scope.open()) {
          Tensor read = Images.decodeImage(cut);
          // what stands behind the pixels of a PNG is not looked at, and a BMP or TIFF may end in padding
          assertThat(read.equal(Images.decodeImage(file))).as(image + " of " + length + " bytes").isTrue();
        } catch (ImageException e) {
          assertThat(e.getMessage()).startsWith("image: ").hasLineCount(1);
        }
      }
    });
  }

  @ParameterizedTest @ValueSource(strings = {"jpeg", "png", "png16", "png_small", "others"})
  @Timeout(600) void flippedBytes_areAnErrorOrAnImage(String name) {
    var random = new Random(6);
    files(name).forEach((image, file) -> {
      for (int i = 0; i < FLIPS; i++) {
        byte[] damaged = file.clone();
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
          damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
        }
        if (damaged.length > 33 && random.nextBoolean()) withRightHeaderSum(damaged);
        try (var scope = Scope.open()) {
          assertThat(Images.decodeImage(damaged).dim()).isEqualTo(3);
        } catch (ImageException e) {
          assertThat(e.getMessage()).startsWith("image: ").hasLineCount(1);
        }
      }
    });
  }

  @ParameterizedTest
  @CsvSource({"jpeg, rgb420", "jpeg, progressive", "png, rgb"}) void cutOff_saysSo(String golden, String image)
      throws IOException {
    byte[] file = files(golden).get(image);
    Path cut = folder.resolve("cut.jpg");
    Files.write(cut, Arrays.copyOf(file, file.length / 2));
    refused(cut, cut + ": is cut off after " + file.length / 2 + " bytes");
  }

  @Test void hugeSizes_areRefusedBeforeMemoryIsTaken() throws IOException {
    byte[] png = files("png").get("rgb");
    writeInt(png, 16, 100_000);
    writeInt(png, 20, 100_000);
    withRightHeaderSum(png);
    Path file = Files.write(folder.resolve("huge.png"), png);
    refused(file, file + ": its header states 100000 x 100000 pixels (expected: at most 178956970 in all)");
    writeInt(png, 16, 10_000);
    writeInt(png, 20, 10_000);
    withRightHeaderSum(png);
    Files.write(file, png);
    refused(file, file + ": is cut off after " + png.length + " bytes");
    byte[] jpeg = files("jpeg").get("rgb420");
    int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
    writeInt(jpeg, frame + 5, 0xffff_ffff);
    Files.write(file, jpeg);
    refused(file, file + ": its header states 65535 x 65535 pixels (expected: at most 178956970 in all)");
    writeInt(jpeg, frame + 5, 10_000 << 16 | 10_000);
    Files.write(file, jpeg);
    refused(file, file + ": is cut off after " + jpeg.length + " bytes");
  }

  @Test void otherFiles_areNamed() throws IOException {
    Path file = folder.resolve("notes.png");
    refused(file, file + ": there is no such file (expected: an image)");
    Files.writeString(file, "hello");
    refused(file, file + ": is no image (expected: JPEG, PNG, WebP, BMP or TIFF)");
    Files.write(file, new byte[0]);
    refused(file, file + ": is empty (expected: JPEG, PNG, WebP, BMP or TIFF)");
    byte[] png = files("png").get("rgb");
    png[png.length / 2]++;
    Files.write(file, png);
    refused(file, file + ": is damaged: the checksum of its chunk at byte 33 does not fit");
    byte[] jpeg = files("jpeg").get("grey");
    jpeg[new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0") + 4] = 12;
    Files.write(file, jpeg);
    refused(file, file + ": has 12 bits a sample (expected: 8)");
  }

  @Test void alphaOfAJpeg_isRefused() {
    byte[] jpeg = files("jpeg").get("rgb420");
    for (ImageReadMode mode : new ImageReadMode[] {ImageReadMode.GRAY_ALPHA, ImageReadMode.RGB_ALPHA}) {
      assertThatThrownBy(() -> Images.decodeImage(jpeg, o -> o.mode(mode))).isInstanceOf(ImageException.class)
          .hasMessage(
              "image: mode is " + mode + " (expected: UNCHANGED, GRAY or RGB, because a JPEG has no alpha)");
    }
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> Images.readImage(file)).isInstanceOf(ImageException.class).hasMessage(message);
  }

  private static Map<String, byte[]> files(String golden) {
    var files = new LinkedHashMap<String, byte[]>();
    Golden.load("images/" + golden).tensors("").forEach((key, tensor) -> {
      if (key.endsWith(".file")) files.put(key.replace(".file", ""), tensor.toByteArray());
    });
    return files;
  }

  private static void writeInt(byte[] file, int at, int value) {
    for (int i = 0; i < 4; i++) file[at + i] = (byte) (value >> (24 - 8 * i));
  }

  /** As if a PNG's header had been meant so. */
  private static void withRightHeaderSum(byte[] png) {
    var crc = new CRC32();
    crc.update(png, 12, 17);
    writeInt(png, 29, (int) crc.getValue());
  }
}
