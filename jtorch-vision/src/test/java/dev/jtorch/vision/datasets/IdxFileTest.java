package dev.jtorch.vision.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 3, 7, 8, (byte) 200};

  @TempDir private Path folder;

  @Test void read_plain() throws IOException {
    Files.write(folder.resolve("labels"), LABELS);
    IdxFile file = IdxFile.read(folder, "labels", 1);
    assertThat(file.shape()).containsExactly(3);
    assertThat(file.elements()).containsExactly(7, 8, (byte) 200);
  }

  @Test void read_compressed() throws IOException {
    Files.write(folder.resolve("labels.gz"), gzip(LABELS));
    assertThat(IdxFile.read(folder, "labels", 1).elements()).containsExactly(7, 8, (byte) 200);
  }

  @Test void read_missing() {
    refused("labels", folder + " does not hold labels (expected: labels or labels.gz)");
  }

  @Test void read_anotherFormat() throws IOException {
    Path file = Files.writeString(folder.resolve("labels"), "GIF89a..");
    refused("labels", file + " begins with 0x47494638 (expected: 0x00000801, an IDX file of bytes in 1 dimension)");
  }

  @Test void read_cutOffInElements() throws IOException {
    Path file = Files.write(folder.resolve("labels"), new byte[] {0, 0, 8, 1, 127, 0, 0, 0, 1});
    refused("labels", file + " holds 1 elements (expected: 2130706432, as it states)");
  }

  @Test void read_cutOffInHeader() throws IOException {
    Path file = Files.write(folder.resolve("labels"), new byte[] {0, 0, 8, 1, 0});
    refused("labels", file + " is cut off or damaged (the header is incomplete)");
  }

  @Test void read_cutOffCompressed() throws IOException {
    byte[] whole = gzip(LABELS);
    Path file = Files.write(folder.resolve("labels.gz"), java.util.Arrays.copyOf(whole, whole.length - 10));
    refused("labels", file + " is cut off or damaged (Unexpected end of ZLIB input stream)");
  }

  @Test void read_absurdSizes() throws IOException {
    Path file = Files.write(folder.resolve("labels"), new byte[] {0, 0, 8, 1, -1, 0, 0, 0, 1});
    refused("labels", file + " states sizes [-16777216] (expected: positive, with fewer than 2^31 elements in all)");
  }

  private void refused(String name, String message) {
    assertThatThrownBy(() -> IdxFile.read(folder, name, 1)).isInstanceOf(DatasetException.class).hasMessage(message);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
