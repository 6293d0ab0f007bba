package dev.jtorch.io;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tensors and values whose bytes are not simply those of a storage. */
class SavedTensorsTest {
  @TempDir Path dir;

  @Test void save_conjugatedView_writesItsElements() {
    Tensor x = Torch.viewAsComplex(Torch.randn(3, 2));
    assertThat((Tensor) again(x.conj())).isIdenticalTo(x.conj().resolveConj());
    assertThat((Tensor) again(x.conj().imag())).isIdenticalTo(x.conj().imag().resolveNeg());
  }

  @Test void save_metaTensor_isRefused() {
    Tensor meta = Torch.empty(new long[] {2}, o -> o.device(Device.META));
    assertThatThrownBy(() -> again(meta)).isInstanceOf(CheckpointException.class)
        .hasMessage("x.pt: cannot write a meta tensor (expected: one with elements)");
  }

  @Test void save_emptyAndExpanded_comeBack() {
    assertThat(((Tensor) again(Torch.empty(0, 3))).shape()).containsExactly(0L, 3L);
    Tensor expanded = (Tensor) again(Torch.ones(1).expand(5, 4));
    assertThat(expanded.shape()).containsExactly(5L, 4L);
    assertThat(expanded.stride()).containsExactly(0L, 0L);
  }

  @Test void save_sharedListAndSet_comeBackAsOne() {
    List<Object> shared = new ArrayList<>(List.of(1L));
    List<?> lists = (List<?>) again(List.of(shared, shared));
    assertThat(lists.get(0)).isSameAs(lists.get(1));
    Set<Object> values = new LinkedHashSet<>(List.of(DType.FLOAT32, Device.CPU, "a"));
    assertThat(again(values)).isEqualTo(values);
  }

  private Object again(Object value) {
    Path file = dir.resolve("x.pt");
    Checkpoint.save(value, file);
    return java.util.Objects.requireNonNull(Checkpoint.load(file).value());
  }
}
