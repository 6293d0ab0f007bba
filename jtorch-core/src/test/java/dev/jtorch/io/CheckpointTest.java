package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointTest {
  @TempDir Path dir;

  @Row({"S4-080", "S4-081"})
  @Test void save_thenLoad_keepsTypes() {
    var inner = new LinkedHashMap<String, Object>();
    inner.put("lr", 0.1);
    inner.put("betas", Tuple.of(0.9, 0.999));
    inner.put("fused", null);
    var root = new LinkedHashMap<String, Object>();
    root.put("epoch", 5);
    root.put("name", "lenet");
    root.put("done", true);
    root.put("sizes", List.of(1, 2, 3));
    root.put("optimizer", inner);
    root.put("w", Torch.tensor(new float[][] {{1, 2}, {3, 4}}));
    Checkpoint.save(root, dir.resolve("a.pt"));

    Checkpoint loaded = Checkpoint.load(dir.resolve("a.pt"));
    assertThat(loaded.longValue("epoch")).isEqualTo(5);
    assertThat(loaded.string("name")).isEqualTo("lenet");
    assertThat(loaded.booleanValue("done")).isTrue();
    assertThat(loaded.list("sizes")).isEqualTo(List.of(1L, 2L, 3L));
    assertThat(loaded.map("optimizer")).isEqualTo(inner);
    assertThat(loaded.tensor("w").toFloatArray()).containsExactly(1, 2, 3, 4);
    assertThat(loaded.tensor("w").shape()).containsExactly(2L, 2L);
  }

  @ParameterizedTest
  @EnumSource(value = DType.class, names = {"UINT8", "INT8", "INT16", "INT32", "INT64", "FLOAT16", "FLOAT32", "FLOAT64",
    "BFLOAT16", "BOOL", "COMPLEX64", "COMPLEX128"}) void save_everyDtype(DType dtype) {
    Tensor x = Torch.tensor(new double[] {0, 1, 2, 3}).to(dtype);
    Checkpoint.save(x, dir.resolve("x.pt"));
    Tensor y = Checkpoint.load(dir.resolve("x.pt")).tensor();
    assertThat(y.dtype()).isEqualTo(dtype);
    assertThat(y.equal(x)).isTrue();
  }

  @Test void save_viewsShareOneStorage() throws IOException {
    Tensor base = Torch.arange(1000);
    Checkpoint.save(List.of(base, base.narrow(0, 10, 5), base.view(10, 100).t()), dir.resolve("v.pt"));
    assertThat(Files.size(dir.resolve("v.pt"))).isLessThan(12_000);

    List<?> all = (List<?>) Checkpoint.load(dir.resolve("v.pt")).value();
    Tensor again = (Tensor) all.get(0);
    Tensor part = (Tensor) all.get(1);
    Tensor turned = (Tensor) all.get(2);
    again.mul_(0).add_(7);
    assertThat(part.toLongArray()).containsExactly(7, 7, 7, 7, 7);
    assertThat(turned.shape()).containsExactly(100L, 10L);
    assertThat(turned.stride()).containsExactly(1L, 100L);
  }

  @Test void save_isDeterministic() throws IOException {
    Object value = Map.of("w", Torch.ones(3));
    Checkpoint.save(value, dir.resolve("1.pt"));
    Checkpoint.save(value, dir.resolve("2.pt"));
    assertThat(Files.readAllBytes(dir.resolve("1.pt"))).isEqualTo(Files.readAllBytes(dir.resolve("2.pt")));
  }

  @Test void load_pythonsStateDict() {
    StateDict state = StateDict.load(Path.of("src/test/resources/golden/io/state_dict.pt"));
    assertThat(state).isNotEmpty();
    state.save(dir.resolve("again.pt"));
    StateDict again = StateDict.load(dir.resolve("again.pt"));
    assertThat(again.keySet()).containsExactlyElementsOf(state.keySet());
    state.forEach((key, tensor) -> assertThat(again.get(key).equal(tensor)).as(key).isTrue());
  }

  @Test void save_refusesWhatIsNotData() {
    Path path = dir.resolve("bad.pt");
    assertThatThrownBy(() -> Checkpoint.save(Map.of("f", new Object()), path)).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("bad.pt: cannot write");
    assertThat(path).doesNotExist();
  }

  @Test void save_refusesAValueThatContainsItself() {
    var list = new ArrayList<Object>();
    list.add(list);
    assertThatThrownBy(() -> Checkpoint.save(list, dir.resolve("loop.pt"))).isInstanceOf(CheckpointException.class)
        .hasMessage(
            "loop.pt: value is nested deeper than 900 levels (expected: less); does it contain itself?");
  }

  @Test void get_wrongKeyOrType() {
    Checkpoint.save(new LinkedHashMap<>(Map.of("epoch", 5)), dir.resolve("c.pt"));
    Checkpoint loaded = Checkpoint.load(dir.resolve("c.pt"));
    assertThatThrownBy(() -> loaded.stateDict("model")).isInstanceOf(CheckpointException.class)
        .hasMessage("c.pt: no entry 'model' (expected: one of [epoch])");
    assertThatThrownBy(() -> loaded.string("epoch")).isInstanceOf(CheckpointException.class)
        .hasMessage("c.pt: entry 'epoch' is a Long (expected: a String)");
  }

  @Test void load_truncatedFile() throws IOException {
    Checkpoint.save(Torch.ones(100), dir.resolve("t.pt"));
    byte[] whole = Files.readAllBytes(dir.resolve("t.pt"));
    for (int length = 0; length < whole.length; length += 97) {
      Path cut = dir.resolve("cut.pt");
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Checkpoint.load(cut)).isInstanceOf(CheckpointException.class).message()
          .doesNotContain("\n");
    }
  }
}
