package dev.jtorch.io.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.io.CheckpointException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
  @TempDir Path folder;

  @Test void bytes_storedAndDeflated_areTheRecords() throws IOException {
    var text = "text ".repeat(1000);
    for (boolean deflated : new boolean[] {false, true})
      try (var zip = ZipArchive.open(zip(deflated, "a", text, "b", "second"))) {
        assertThat(zip.names()).containsExactly("a", "b");
        assertThat(zip.size("a")).isEqualTo(5000);
        assertThat(text(zip.checkedBytes("a"))).isEqualTo(text);
        assertThat(text(zip.bytes("b", 2, 3))).isEqualTo("con");
      }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "/etc/passwd", "a\\..\\x", "C:/x", "a/..", "a\nb",
    ".."}) void open_nameThatLeavesTheArchive_isRefused(String name) throws IOException {
    var path = zip(false, name, "x");
    assertThatThrownBy(() -> ZipArchive.open(path)).isInstanceOf(CheckpointException.class)
        .hasMessage("x.zip: zip archive: record name '" + name.replace('\n', '?')
            + "' (expected: a relative path inside the archive)");
  }

  @Test void open_nameTwice_isRefused() throws IOException {
    var path = replaced(zip(false, "name1", "x", "name2", "y"), "name2", "name1");
    assertRefused(path, "x.zip: zip archive: record name1 appears twice");
  }

  @Test void open_localNameDiffers_isRefused() throws IOException {
    var bytes = Files.readString(zip(false, "name1", "x"), StandardCharsets.ISO_8859_1);
    var path = write(bytes.replaceFirst("name1", "name2"));
    assertRefused(path, "x.zip: zip archive: record name1 has no header of its own at byte 0");
  }

  @Test void open_recordsThatOverlap_areRefused() throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(zip(false, "a", "x", "b", "y"))).order(ByteOrder.LITTLE_ENDIAN);
    int entry = directory(bytes.array());
    bytes.putInt(entry + 20, 33).putInt(entry + 24, 33);
    assertRefused(Files.write(folder.resolve("x.zip"), bytes.array()), "x.zip: zip archive: record b overlaps another");
  }

  @Test void open_encrypted_isRefused() throws IOException {
    var bytes = Files.readAllBytes(zip(false, "a", "x"));
    bytes[directory(bytes) + 8] |= 1;
    assertRefused(Files.write(folder.resolve("x.zip"), bytes), "x.zip: zip archive: record a is encrypted");
  }

  @Test void open_unknownCompression_isRefused() throws IOException {
    var bytes = Files.readAllBytes(zip(false, "a", "x"));
    bytes[directory(bytes) + 10] = 12;
    assertRefused(Files.write(folder.resolve("x.zip"), bytes),
        "x.zip: zip archive: record a has compression 12 (expected: 0 stored or 8 deflated)");
  }

  @Test void open_bomb_isRefused() throws IOException {
    var path = zip(true, "a", "\0".repeat(40 << 20), "b", "\0".repeat(40 << 20));
    assertThatThrownBy(() -> ZipArchive.open(path)).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("x.zip: zip archive: compressed records claim more than ");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 999, 1001, 100_000}) void bytes_deflatedSizeIsWrong_isRefused(int claimed)
      throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(zip(true, "a", "x".repeat(1000))));
    bytes.putInt(directory(bytes.array()) + 24, Integer.reverseBytes(claimed));
    try (var zip = ZipArchive.open(Files.write(folder.resolve("x.zip"), bytes.array()))) {
      assertThatThrownBy(() -> zip.bytes("a", 0, 1)).isInstanceOf(CheckpointException.class)
          .hasMessage("x.zip: zip archive: compressed record a has not the " + claimed + " bytes it claims");
    }
  }

  @Test void bytes_unknownRecord_isRefused() throws IOException {
    try (var zip = ZipArchive.open(zip(false, "a", "x"))) {
      assertThatThrownBy(() -> zip.bytes("b", 0, 0)).isInstanceOf(CheckpointException.class)
          .hasMessage("x.zip: zip archive: record b is missing");
    }
  }

  private static void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> ZipArchive.open(path)).isInstanceOf(CheckpointException.class).hasMessage(message);
  }

  /** An archive by the JDK of records given as name, content, name, content. */
  private Path zip(boolean deflated, String... records) throws IOException {
    var path = folder.resolve("x.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
      for (int i = 0; i < records.length; i += 2) {
        var content = records[i + 1].getBytes(StandardCharsets.UTF_8);
        out.putNextEntry(deflated ? new ZipEntry(records[i]) : stored(records[i], content));
        out.write(content);
        out.closeEntry();
      }
    }
    return path;
  }

  private static ZipEntry stored(String name, byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    return entry;
  }

  private Path replaced(Path path, String from, String to) throws IOException {
    return write(Files.readString(path, StandardCharsets.ISO_8859_1).replace(from, to));
  }

  private Path write(String latin1) throws IOException {
    return Files.writeString(folder.resolve("x.zip"), latin1, StandardCharsets.ISO_8859_1);
  }

  private static int directory(byte[] zip) { return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2"); }

  private static String text(ByteBuffer bytes) { return StandardCharsets.UTF_8.decode(bytes).toString(); }
}
