package dev.jtorch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Row;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollateTest {
  private record Boxes(Tensor image, Map<String, Tensor> boxes, Object label) {}

  private record Labelled(Tensor image, long label) {}

  private static Tensor collated(Object... samples) { return (Tensor) Collate.defaultCollate(List.of(samples)); }

  @Test @Row("S4-136") void tensors_areStacked() {
    Tensor batch = collated(Torch.tensor(new float[] {1, 2}), Torch.tensor(new float[] {3, 4}));
    assertThat(batch.shape()).containsExactly(2L, 2L);
    assertThat(batch.toFloatArray()).containsExactly(1, 2, 3, 4);
  }

  @Test @Row("S4-136") void numbers_becomeATensor() {
    assertThat(collated(0, 1).dtype()).isEqualTo(DType.INT64);
    assertThat(collated(0, 1).toLongArray()).containsExactly(0, 1);
    assertThat(collated(1.5, 2.5).dtype()).isEqualTo(DType.FLOAT64);
    assertThat(collated(1.5, 2.5).toDoubleArray()).containsExactly(1.5, 2.5);
    assertThat(collated(1.5f, 2.5f).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(collated(true, false).toBooleanArray()).containsExactly(true, false);
  }

  @Test void arrays_becomeTensorsAndAreStacked() {
    Tensor batch = collated(new float[] {1, 2}, new float[] {3, 4});
    assertThat(batch.dtype()).isEqualTo(DType.FLOAT32);
    assertThat(batch.shape()).containsExactly(2L, 2L);
  }

  @Test @Row("S4-136") void strings_stayAList() {
    assertThat(Collate.defaultCollate(List.of("a", "b"))).isEqualTo(List.of("a", "b"));
  }

  @Test @Row("S4-136") void maps_areCollatedKeyByKey() {
    var batch = (Map<?, ?>) Collate.defaultCollate(List.of(Map.of("a", 1, "b", "x"), Map.of("a", 2, "b", "y")));
    assertThat(((Tensor) batch.get("a")).toLongArray()).containsExactly(1, 2);
    assertThat(batch.get("b")).isEqualTo(List.of("x", "y"));
  }

  @Test @Row("S4-136") void lists_areCollatedPositionByPosition() {
    var batch = (List<?>) Collate.defaultCollate(List.of(List.of(1, 2.5), List.of(3, 4.5)));
    assertThat(((Tensor) batch.get(0)).toLongArray()).containsExactly(1, 3);
    assertThat(((Tensor) batch.get(1)).toDoubleArray()).containsExactly(2.5, 4.5);
  }

  @Test @Row("S4-136") void records_areCollatedFieldByField() {
    var batch = (Boxes) Collate.defaultCollate(List.of(new Boxes(Torch.zeros(2), Map.of("x", Torch.zeros(1)), 3L),
        new Boxes(Torch.ones(2), Map.of("x", Torch.ones(1)), 4L)));
    assertThat(batch.image().shape()).containsExactly(2L, 2L);
    assertThat(batch.boxes().get("x").toFloatArray()).containsExactly(0, 1);
    assertThat(((Tensor) batch.label()).toLongArray()).containsExactly(3, 4);
  }

  @Test void record_whoseComponentCannotHoldTheBatch_isRefused() {
    assertThatThrownBy(() -> Collate.defaultCollate(List.of(new Labelled(Torch.zeros(2), 3))))
        .isInstanceOf(TorchException.class)
        .hasMessage("defaultCollate: component 'label' of record Labelled is a long (expected: a type that can hold the"
            + " batch, a Tensor); give the loader a collate function");
  }

  @Test @Row("S4-136") void unequalSizes_areRefused() {
    assertThatThrownBy(() -> collated(Torch.zeros(2), Torch.zeros(3)))
        .hasMessage("stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1");
    assertThatThrownBy(() -> Collate.defaultCollate(List.of(List.of(1, 2), List.of(3))))
        .hasMessage("defaultCollate: each element in list of batch should be of equal size, and sizes are [2, 1]");
  }

  @Test @Row("S4-136") void otherKinds_areRefused() {
    String expected = " (expected: tensors, numbers, booleans, strings, arrays of numbers, records, lists or maps)";
    assertThatThrownBy(() -> Collate.defaultCollate(Collections.singletonList(null)))
        .hasMessage("defaultCollate: batch holds null" + expected);
    assertThatThrownBy(() -> collated(new Object())).hasMessage("defaultCollate: batch holds a Object" + expected);
    assertThatThrownBy(() -> Collate.defaultCollate(List.of()))
        .hasMessage("defaultCollate: batch is empty (expected: at least 1 sample)");
  }

  @Test void differentKinds_areRefused() {
    assertThatThrownBy(() -> collated(1, "a"))
        .hasMessage("defaultCollate: entry 1 is a String (expected: a Integer, as entry 0)");
    assertThatThrownBy(() -> collated(Map.of("a", 1), Map.of("b", 2)))
        .hasMessage("defaultCollate: a sample has keys [b] (expected: 'a' too, as the first sample)");
  }

  @Test void collation_leavesNoTemporaries() {
    var samples = List.of(new float[] {1, 2}, new float[] {3, 4});
    try (var scope = Scope.open()) {
      Collate.defaultCollate(samples);
      assertThat(scope.size()).isEqualTo(1);
    }
  }
}
