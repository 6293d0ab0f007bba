package dev.jtorch.io.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import dev.jtorch.io.form.FileForm;
import dev.jtorch.io.zip.ZipArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickleFileTest {
  @TempDir Path folder;

  static Stream<String> goldens() { return Stream.of(Golden.CANONICAL, Golden.OTHERS).flatMap(List::stream); }

  static List<String> canonical() { return Golden.CANONICAL; }

  @ParameterizedTest
  @MethodSource("goldens") void read_fileOfPython_holdsWhatPythonSays(String name) {
    try (var file = PickleFile.read(Golden.path(name + ".pt"))) {
      file.verify();
      assertThat(Description.of(file)).isEqualTo(Golden.description(name));
    }
  }

  @ParameterizedTest
  @MethodSource("goldens") void write_whatWasRead_holdsTheSame(String name) throws IOException {
    // goldens/io/round_trip.py reads this folder with PyTorch.
    var copy = Files.createDirectories(Path.of("target", "written", "io")).resolve(name + ".pt");
    try (var file = PickleFile.read(Golden.path(name + ".pt"))) {
      Golden.rewrite(file, copy);
    }
    try (var file = PickleFile.read(copy)) {
      file.verify();
      assertThat(Description.of(file)).isEqualTo(Golden.description(name));
    }
  }

  /** Everything up to PyTorch's random serialization id: pickle, records, alignment, headers and CRCs. */
  @ParameterizedTest
  @MethodSource("canonical") void write_whatTorchSaved_hasItsBytes(String name) throws IOException {
    var copy = folder.resolve("copy.pt");
    try (var file = PickleFile.read(Golden.path(name + ".pt"))) {
      Golden.rewrite(file, copy);
    }
    var original = Golden.bytes(name + ".pt");
    int end = new String(original, StandardCharsets.ISO_8859_1).indexOf(".data/serialization_id");
    var written = Files.readAllBytes(copy);
    assertThat(Arrays.mismatch(original, 0, end, written, 0, end)).as("first other byte").isEqualTo(-1);
    assertThat(written).hasSameSizeAs(original);
  }

  @Test void write_sameContentTwice_givesEqualBytes() throws IOException {
    for (var name : List.of("a.pt", "b.pt")) writeOnes(folder.resolve(name), 3);
    assertThat(folder.resolve("a.pt")).hasSameBinaryContentAs(folder.resolve("b.pt"));
  }

  @Test void write_sharedStorage_isWrittenOnce() throws IOException {
    var shared = new StorageRef(ElementType.FLOAT32, "s", "cpu", 2);
    var path = folder.resolve("shared.pt");
    PickleFile.write(path, Tuple.of(vector(shared), vector(shared)), (s, out) -> out.write(ByteBuffer.allocate(8)));
    try (var zip = ZipArchive.open(path)) {
      assertThat(zip.names()).filteredOn(name -> name.contains("/data/")).containsExactly("archive/data/0");
    }
  }

  @Test void write_storageOfTwoTypes_isRefused() {
    var floats = vector(new StorageRef(ElementType.FLOAT32, "s", "cpu", 2));
    var ints = vector(new StorageRef(ElementType.INT32, "s", "cpu", 2));
    assertThatThrownBy(() -> PickleFile.write(folder.resolve("x.pt"), Tuple.of(floats, ints), (s, out) -> {}))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("x.pt: cannot write [1]: storage s is 2 int32 (expected: 2 float32, as before);"
            + " tensors of different types cannot share a storage in a file, save a copy of one");
  }

  @Test void write_sourceTooShort_leavesTheOldFileAndNothingElse() throws IOException {
    var path = folder.resolve("x.pt");
    writeOnes(path, 1);
    var before = Files.readAllBytes(path);
    var root = vector(new StorageRef(ElementType.UINT8, "s", "cpu", 2));
    assertThatThrownBy(() -> PickleFile.write(path, root, (s, out) -> out.write(ByteBuffer.allocate(1))))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("x.pt: zip archive: record archive/data/0 got 1 bytes (expected: 2)");
    assertThat(path).hasBinaryContent(before);
    assertThat(folder).isDirectoryContaining(p -> p.equals(path)).isDirectoryNotContaining(p -> !p.equals(path));
  }

  @Test void write_intoMissingFolder_isRefused() {
    assertThatThrownBy(() -> writeOnes(folder.resolve("none/x.pt"), 1)).isInstanceOf(CheckpointException.class)
        .hasMessage("x.pt: cannot be written: folder " + folder.resolve("none") + " does not exist");
  }

  @Test void read_missingFile_isRefused() {
    assertThatThrownBy(() -> PickleFile.read(folder.resolve("none.pt"))).isInstanceOf(CheckpointException.class)
        .hasMessage("none.pt: cannot be read: there is no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P", "hello world"}) void read_otherFile_saysHowItBegins(String content)
      throws IOException {
    var path = Files.writeString(folder.resolve("x.pt"), content);
    assertThatThrownBy(() -> PickleFile.read(path)).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("x.pt: begins with 0x")
        .hasMessageEndingWith("(expected: 0x504b, a zip file of torch.save)");
  }

  @Test void read_emptyFile_saysSo() throws IOException {
    var path = Files.writeString(folder.resolve("x.pt"), "");
    assertThatThrownBy(() -> PickleFile.read(path)).isInstanceOf(CheckpointException.class)
        .hasMessage("x.pt: file is empty (expected: 0x504b, a zip file of torch.save)");
    assertThatThrownBy(() -> Checkpoint.load(path)).hasMessage(
        "x.pt: file is empty (expected: 0x504b, a zip file of torch.save)");
    assertThatThrownBy(() -> FileForm.TORCHSCRIPT.require(path)).hasMessage(
        "x.pt: is an empty file (expected: a TorchScript archive); save it again");
  }

  /** Python's torch.load takes it for a pickle and says "Unsupported operand 80". */
  @Test void read_emptyZip_saysWhatIsMissing() throws IOException {
    byte[] archive = "PK\5\6".concat("\0".repeat(18)).getBytes(StandardCharsets.ISO_8859_1);
    var path = Files.write(folder.resolve("x.pt"), archive);
    assertThatThrownBy(() -> Checkpoint.load(path)).isInstanceOf(CheckpointException.class)
        .hasMessage("x.pt: zip archive has no records (expected: <name>/data.pkl and the others of torch.save)");
    assertThat(Checkpoint.load(Files.copy(path, folder.resolve("x.npz"))).stateDict()).isEmpty();
  }

  @Test void storageBytes_bigEndianFile_isSwapped() {
    try (var file = PickleFile.read(Golden.path("big_endian.pt"))) {
      assertThat(file.byteOrder()).isEqualTo(ByteOrder.BIG_ENDIAN);
      var tensor = (TensorRef) ((Dict) file.root()).get("complex128");
      assertThat(file.storageBytes(tensor.storage(), 2, 1).getDouble(0)).isEqualTo(2.0);
    }
  }

  @Test void storageBytes_part_isThatPart() {
    try (var file = PickleFile.read(Golden.path("views.pt"))) {
      var base = (TensorRef) ((Dict) file.root()).get("base");
      var part = file.storageBytes(base.storage(), 5, 2);
      assertThat(part.isReadOnly()).isTrue();
      assertThat(new float[] {part.getFloat(), part.getFloat()}).containsExactly(5, 6);
      assertThatThrownBy(() -> file.storageBytes(base.storage(), 11, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test void storageBytes_afterClose_staysReadable() {
    ByteBuffer bytes;
    try (var file = PickleFile.read(Golden.path("views.pt"))) {
      bytes = file.storageBytes(((TensorRef) ((Dict) file.root()).get("base")).storage());
    }
    assertThat(bytes.getFloat(44)).isEqualTo(11);
  }

  private static void writeOnes(Path path, int count) {
    var storage = new StorageRef(ElementType.UINT8, "any name", "cpu", count);
    var bytes = new byte[count];
    Arrays.fill(bytes, (byte) 1);
    PickleFile.write(path, vector(storage), (s, out) -> out.write(ByteBuffer.wrap(bytes)));
  }

  private static TensorRef vector(StorageRef storage) {
    return new TensorRef(storage, 0, new long[] {storage.numel()}, new long[] {1}, false, false);
  }
}
