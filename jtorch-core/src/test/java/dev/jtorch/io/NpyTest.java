package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.zip.ZipArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
  private static final String LEGAL =
      "bool, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float16, float32,"
          + " float64, complex64, complex128)";

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"arrays", "compressed", "big_endian", "versions"}) void load_asPython(String name) {
    StateDict expected = FormatGolden.expected(name);
    StateDict loaded = Npz.load(FormatGolden.path(name + ".npz"));
    assertThat(loaded.keySet()).containsExactlyElementsOf(expected.keySet());
    FormatGolden.assertSame(loaded, expected);
    loaded.forEach((key, tensor) -> {
      // numpy's strides of an empty array are 0, which says nothing
      if (tensor.numel() > 0) assertThat(tensor.stride()).as(key).isEqualTo(expected.get(key).stride());
    });
  }

  @Test void save_hasNumpysBytes() throws IOException {
    StateDict arrays = FormatGolden.expected("arrays");
    try (var archive = ZipArchive.open(FormatGolden.path("arrays.npz"))) {
      for (Map.Entry<String, Tensor> entry : arrays.entrySet()) {
        Npy.save(entry.getValue(), dir.resolve("x.npy"));
        var expected = archive.checkedBytes(entry.getKey() + ".npy");
        var bytes = new byte[expected.remaining()];
        expected.get(bytes);
        assertThat(Files.readAllBytes(dir.resolve("x.npy"))).as(entry.getKey()).isEqualTo(bytes);
      }
    }
  }

  @Test void npy_roundTrip() {
    Tensor array = Npy.load(FormatGolden.path("array.npy"));
    FormatGolden.assertSame("array", array, Torch.load(FormatGolden.path("array.pt")).tensor());
    Npy.save(array.select(1, 1), dir.resolve("x.npy"));
    FormatGolden.assertSame("row", Npy.load(dir.resolve("x.npy")), array.select(1, 1));
  }

  @Test void npz_roundTrip() throws IOException {
    StateDict arrays = FormatGolden.expected("arrays");
    Npz.save(arrays, dir.resolve("x.npz"));
    // goldens/formats/check_written.py reads it with numpy
    Npz.save(arrays, Files.createDirectories(Path.of("target/written/formats")).resolve("arrays.npz"));
    assertThat(Npz.load(dir.resolve("x.npz")).keySet()).containsExactlyElementsOf(arrays.keySet());
    FormatGolden.assertSame(Npz.load(dir.resolve("x.npz")), arrays);
    assertThat(dir.resolve("x.npz")).hasSameBinaryContentAs(Path.of("target/written/formats/arrays.npz"));
    Npz.save(Map.of(), dir.resolve("x.npz"));
    assertThat(Torch.load(dir.resolve("x.npz")).stateDict()).isEmpty();
  }

  @Test void save_refusesWhatNumpyHasNot() {
    Tensor x = Torch.ones(2).to(DType.BFLOAT16);
    assertThatThrownBy(() -> Npy.save(x, dir.resolve("x.npy"))).isInstanceOf(CheckpointException.class).hasMessage(
        "x.npy: dtype is bfloat16 (expected: one of " + LEGAL + "; numpy has no other, convert the tensor first");
    assertThatThrownBy(() -> Npz.save(Map.of("w", x), dir.resolve("x.npz"))).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("x.npz: w: dtype is bfloat16 (expected: ");
    assertThat(dir).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      object      ; elements are Python objects in a pickle (dtype object) (expected: one of LEGAL$ in Python, save an array of numbers
      structure   ; header: elements are structures of several fields (expected: one of LEGAL
      text        ; header: elements are '<U3' (expected: <, > or | and one of b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8, c8, c16)
      date        ; header: elements are '<M8[D]' (expected: <, > or | and one of b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8, c8, c16)
      long_double ; header: elements are '<f16' (expected: <, > or | and one of b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8, c8, c16)
      """) void load_refusesOtherElements(String name, String message) {
    String file = "refused_" + name + ".npy";
    assertThatThrownBy(() -> Torch.load(FormatGolden.path(file))).isInstanceOf(CheckpointException.class)
        .hasMessage(file + ": " + message.replace("LEGAL", LEGAL).replace('$', ';'));
  }
}
