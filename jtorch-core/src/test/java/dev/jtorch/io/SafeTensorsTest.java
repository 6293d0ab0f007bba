package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
  @TempDir Path dir;

  @Test void load_everyDtype_asPython() {
    StateDict loaded = SafeTensors.load(FormatGolden.path("dtypes.safetensors"));
    FormatGolden.assertSame(loaded, FormatGolden.expected("dtypes"));
    assertThat(SafeTensors.metadata(FormatGolden.path("dtypes.safetensors")))
        .containsExactly(Map.entry("format", "pt"));
  }

  @Test void save_hasPythonsBytes() throws IOException {
    SafeTensors.save(FormatGolden.expected("dtypes"), Map.of("format", "pt"), dir.resolve("x.safetensors"));
    assertThat(Files.readAllBytes(dir.resolve("x.safetensors"))).isEqualTo(FormatGolden.bytes("dtypes.safetensors"));
  }

  @Test void save_nothing_hasPythonsBytes() throws IOException {
    SafeTensors.save(Map.of(), dir.resolve("x.safetensors"));
    assertThat(dir.resolve("x.safetensors")).hasBinaryContent("\b\0\0\0\0\0\0\0{}      ".getBytes("ISO-8859-1"));
    assertThat(SafeTensors.load(dir.resolve("x.safetensors"))).isEmpty();
  }

  @Test void saveSharded_hasPythonsBytes() throws IOException {
    Path index = dir.resolve("sharded.safetensors.index.json");
    SafeTensors.saveSharded(FormatGolden.expected("sharded"), index, 32);
    try (var files = Files.list(dir)) {
      assertThat(files).hasSize(4).allSatisfy(
          file -> assertThat(file).hasBinaryContent(FormatGolden.bytes(file.getFileName().toString())));
    }
    FormatGolden.assertSame(SafeTensors.load(index), FormatGolden.expected("sharded"));
  }

  @Test void load_choosesTheFormatByContent() throws IOException {
    for (String golden : List.of("dtypes.safetensors", "arrays.npz")) {
      Path renamed = Files.copy(FormatGolden.path(golden), dir.resolve(golden + ".pth"));
      FormatGolden.assertSame(StateDict.load(renamed), FormatGolden.expected(golden.substring(0, 6)));
      assertThat(Torch.load(renamed).stateDict()).hasSameSizeAs(StateDict.load(renamed));
    }
    FormatGolden.assertSame(StateDict.load(FormatGolden.path("sharded.safetensors.index.json")),
        FormatGolden.expected("sharded"));
    FormatGolden.assertSame("array", Torch.load(FormatGolden.path("array.npy")).tensor(),
        Torch.load(FormatGolden.path("array.pt")).tensor());
  }

  @Test void save_choosesTheFormatByName() {
    var state = new StateDict(Map.of("w", Torch.arange(3)));
    for (String ending : List.of("safetensors", "SafeTensors", "safetensors.index.json", "npz", "pt", "pth", "pkl")) {
      Path file = dir.resolve("w." + ending);
      state.save(file);
      assertThat(FileFormat.of(file)).as(ending).isEqualTo(switch (ending) {
        case "safetensors", "SafeTensors" -> FileFormat.SAFETENSORS;
        case "safetensors.index.json" -> FileFormat.SAFETENSORS_INDEX;
        case "npz" -> FileFormat.NPZ;
        default -> FileFormat.TORCH;
      });
      FormatGolden.assertSame(StateDict.load(file), state);
    }
  }

  @Test void load_tensorsOutliveScopeAndFile() throws IOException {
    Path file = dir.resolve("x.safetensors");
    SafeTensors.save(Map.of("a", Torch.ones(1000), "b", Torch.arange(5)), file);
    Tensor row;
    try (var scope = Scope.open()) {
      StateDict state = SafeTensors.load(file);
      row = state.get("a").view(10, 100).select(0, 3).keep();
    }
    Files.delete(file);
    System.gc();
    assertThat(row.sum().item()).isEqualTo(100);
  }

  @Test void load_changesStayInMemory() throws IOException {
    Path file = dir.resolve("x.safetensors");
    SafeTensors.save(Map.of("a", Torch.ones(4)), file);
    file.toFile().setReadOnly();
    byte[] before = Files.readAllBytes(file);
    SafeTensors.load(file).get("a").mul_(7);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(SafeTensors.load(file).get("a").toFloatArray()).containsOnly(1);
  }

  @Test void load_thenSaveOverTheSameFile() {
    Path file = dir.resolve("x.safetensors");
    SafeTensors.save(Map.of("a", Torch.ones(4), "n", Torch.tensor(3L)), file);
    StateDict state = SafeTensors.load(file);
    state.get("a").add_(1);
    state.save(file);
    assertThat(SafeTensors.load(file).get("a").toFloatArray()).containsOnly(2);
    assertThat(state.get("a").toFloatArray()).containsOnly(2);
    // each tensor has a storage of its own, so torch.save writes each with its own dtype
    state.save(dir.resolve("x.pt"));
    FormatGolden.assertSame(StateDict.load(dir.resolve("x.pt")), state);
  }

  @Test void load_unaligned_copies() throws IOException {
    Path file = SafeTensorsText.write(dir, "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}\n",
        new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40});
    assertThat(SafeTensors.load(file).get("a").toFloatArray()).containsExactly(1, 2);
  }

  @Test void save_anyTensor() {
    var tensors = new LinkedHashMap<String, Tensor>();
    Tensor x = Torch.arange(6).view(2, 3);
    tensors.put("turned", x.t());
    tensors.put("expanded", x.select(0, 1).expand(4, 3));
    tensors.put("tied", x);
    tensors.put("tied.too", x);
    tensors.put("conjugate",
        Torch.tensor(new double[] {1, 2}).to(DType.COMPLEX64).mul(dev.jtorch.Complex.of(0, 1)).conj());
    tensors.put("parameter", Torch.ones(2).requiresGrad_());
    SafeTensors.save(tensors, dir.resolve("x.safetensors"));
    StateDict loaded = SafeTensors.load(dir.resolve("x.safetensors"));
    tensors.forEach((key, tensor) -> assertThat(loaded.get(key).equal(tensor)).as(key).isTrue());
    assertThat(loaded.get("parameter").requiresGrad()).isFalse();
  }

  @Test void save_refusesOtherDtypes() {
    Path file = dir.resolve("x.safetensors");
    assertThatThrownBy(() -> SafeTensors.save(Map.of("a", Torch.ones(2).to(DType.COMPLEX128)), file))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("x.safetensors: tensor 'a' has the dtype complex128 (expected: one of uint64, int64, float64, "
            + "complex64, float32, uint32, int32, bfloat16, float16, uint16, int16, float8_e5m2fnuz, float8_e4m3fnuz, "
            + "float8_e8m0fnu, float8_e4m3fn, float8_e5m2, int8, uint8, bool)");
    assertThat(file).doesNotExist();
  }
}
