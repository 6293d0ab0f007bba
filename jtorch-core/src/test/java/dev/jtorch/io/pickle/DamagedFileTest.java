package dev.jtorch.io.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.zip.ZipArchive;
import dev.jtorch.io.zip.ZipWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files either fail with a {@link CheckpointException} of one line, or are still files of plain data. */
@Timeout(600)
class DamagedFileTest {
  private static final String TENSOR =
      "ctorch._utils\n_rebuild_tensor\n((U\7storagectorch\nFloatStorage\nU\0010U\3cpuK\2tQ"
          + "K\0K\2\u0085K\1\u0085tR.";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"views.pt", "deflated.pt", "zip64.pt", "legacy_views.pt",
    "legacy_state_dict.pt"}) void read_everyPrefix_isRefused(String golden)
        throws IOException {
    var whole = Golden.bytes(golden);
    var path = file(new byte[0]);
    try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      for (byte next : whole) {
        assertThatThrownBy(() -> PickleFile.read(path)).isInstanceOf(CheckpointException.class)
            .message().startsWith("x.pt: ").hasLineCount(1);
        put(file, file.size(), next);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"views.pt", "deflated.pt", "zip64.pt",
    "legacy_views.pt"}) void read_anyByteChanged_isRefusedOrHarmless(
        String golden) throws IOException {
    var bytes = Golden.bytes(golden);
    var path = file(bytes);
    try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      for (int at = 0; at < bytes.length; at++) {
        for (int flip : new int[] {1, 0x80, 0xff}) {
          put(file, at, bytes[at] ^ flip);
          readAll(path);
        }
        put(file, at, bytes[at]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"state_dict", "parameters", "plain", "kin", "protocol4", "attributes",
    "optimizers"}) void unpickle_anyByteChanged_isRefusedOrHarmless(String golden) throws IOException {
    var pickle = pickleOf(golden);
    for (int at = 0; at < pickle.length; at++) {
      var changed = pickle.clone();
      for (int bit = 0; bit < 8; bit++) {
        changed[at] = (byte) (pickle[at] ^ 1 << bit);
        unpickle(changed);
      }
    }
  }

  @Test void unpickle_randomOpcodes_areRefusedOrHarmless() {
    var random = new SplittableRandom(17);
    var opcodes = Opcode.values();
    for (int run = 0; run < 50_000; run++) {
      var pickle = new byte[random.nextInt(1, 60)];
      for (int i = 0; i < pickle.length; i++)
        pickle[i] =
            (byte) (random.nextInt(3) == 0 ? random.nextInt(4) : opcodes[random.nextInt(opcodes.length)].code());
      unpickle(pickle);
    }
  }

  @Test void unpickle_partsExchanged_areRefusedOrHarmless() throws IOException {
    var random = new SplittableRandom(18);
    var pickle = pickleOf("state_dict");
    for (int run = 0; run < 20_000; run++) {
      var changed = pickle.clone();
      int length = random.nextInt(1, 40);
      System.arraycopy(pickle, random.nextInt(pickle.length - length), changed, random.nextInt(pickle.length - length),
          length);
      unpickle(changed);
    }
  }

  @Test void verify_storageChanged_findsIt() throws IOException {
    var bytes = Golden.bytes("state_dict.pt");
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00d7\u00a8\u008c>")] ^= 1;
    try (var file = PickleFile.read(file(bytes))) {
      assertThatThrownBy(file::verify).isInstanceOf(CheckpointException.class)
          .hasMessage("x.pt: zip archive: record archive/data/1 is damaged (its CRC-32 differs)");
    }
  }

  @Test void read_storageShorterThanItsTensor_isRefused() throws IOException {
    var path = archive(Map.of("a/data.pkl", TENSOR, "a/data/0", "1234567"));
    assertRefused(path, "x.pt: data/0 has 7 bytes (expected: 8, as 2 float32)");
  }

  @Test void read_missingStorage_isRefused() throws IOException {
    assertRefused(archive(Map.of("a/data.pkl", TENSOR)), "x.pt: zip archive: record a/data/0 is missing");
  }

  @Test void read_hostilePickle_namesFileAndPlace() throws IOException {
    assertRefused(archive(Map.of("a/data.pkl", "\u0080\2cos\nsystem\nU\4true\u0085R.")),
        "x.pt: data.pkl at byte 2: foreign class os.system (expected: tensors and plain data);"
            + " in Python, re-save only its state_dict()");
  }

  @Test void read_unknownByteOrder_isRefused() throws IOException {
    assertRefused(archive(Map.of("a/data.pkl", "N.", "a/byteorder", "middle")),
        "x.pt: byteorder is 'middle' (expected: little or big)");
  }

  @Test void read_archiveWithoutPickle_isRefused() throws IOException {
    assertRefused(archive(Map.of("data.pkl", "N.")),
        "x.pt: zip archive has 0 records <name>/data.pkl (expected: 1, as torch.save writes)");
  }

  @Test void read_archiveWithTwoPickles_isRefused() throws IOException {
    assertRefused(archive(Map.of("a/data.pkl", "N.", "b/data.pkl", "N.")),
        "x.pt: zip archive has 2 records <name>/data.pkl (expected: 1, as torch.save writes)");
  }

  @Test void read_torchScript_isNamed() throws IOException {
    assertRefused(archive(Map.of("a/data.pkl", "N.", "a/constants.pkl", "N.")),
        "x.pt: is a TorchScript archive (expected: a file of torch.save); Jit.load(path) reads it");
  }

  private static void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> PickleFile.read(path)).isInstanceOf(CheckpointException.class).hasMessage(message);
  }

  private static void readAll(Path path) {
    try (var file = PickleFile.read(path)) {
      file.verify();
      Description.of(file);
    } catch (CheckpointException e) {
      assertThat(e.getMessage()).startsWith("x.pt: ").hasLineCount(1);
    }
  }

  private static void unpickle(byte[] pickle) {
    try {
      Unpickler.read("x.pt", ByteBuffer.wrap(pickle));
    } catch (CheckpointException e) {
      if (!e.getMessage().startsWith("x.pt at byte ")) throw e;
    }
  }

  private static byte[] pickleOf(String golden) throws IOException {
    try (var zip = ZipArchive.open(Golden.path(golden + ".pt"))) {
      var record = zip.checkedBytes("archive/data.pkl");
      var bytes = new byte[record.remaining()];
      record.get(bytes);
      return bytes;
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.pt"), bytes);
  }

  private static void put(FileChannel file, long at, int value) throws IOException {
    file.write(ByteBuffer.wrap(new byte[] {(byte) value}), at);
  }

  private Path archive(Map<String, String> records) throws IOException {
    var path = folder.resolve("x.pt");
    try (var out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var zip = new ZipWriter("x.pt", out);
      for (var record : records.entrySet())
        zip.add(record.getKey(), StandardCharsets.ISO_8859_1.encode(record.getValue()));
      zip.finish();
    }
    return path;
  }
}
