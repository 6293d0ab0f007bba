package dev.jtorch.io.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PicklerTest {
  @Test void write_anyMapListAndNumber_becomeTheReadersOwn() {
    var value = new TreeMap<>(Map.of("a", List.of(1, (short) 2, (byte) 3, 4L), "b", Map.of(), "c", 0.5f));
    assertThat(readBack(value)).isEqualTo(Map.of("a", List.of(1L, 2L, 3L, 4L), "b", Map.of(), "c", 0.5));
  }

  @Test void write_integersAroundEveryWidth_comeBack() {
    for (int bits = 0; bits < 100; bits++) {
      var power = BigInteger.ONE.shiftLeft(bits);
      for (var value : List.of(power, power.negate(), power.subtract(BigInteger.ONE), power.not()))
        assertThat(readBack(value)).hasToString(value.toString());
    }
  }

  @Test void write_sameObjectTwice_comesBackAsOne() {
    var shared = new ArrayList<>(List.of(1L));
    var both = (List<?>) readBack(List.of(shared, shared));
    assertThat(both.get(0)).isSameAs(both.get(1));
  }

  @Test void write_manyItems_comeBackFromSeveralBatches() {
    for (int count : new int[] {0, 1, 2, 999, 1000, 1001, 2000}) {
      var list = new ArrayList<Object>();
      for (long i = 0; i < count; i++) list.add(i);
      assertThat(readBack(list)).isEqualTo(list);
    }
  }

  @Test void write_cycle_isRefusedWithItsPlace() {
    var map = new HashMap<String, Object>();
    map.put("self", List.of(Tuple.of(1L, map)));
    assertRefused(map, "x.pt: cannot write ['self'][0][1]: a dict contains itself");
  }

  @Test void write_tooDeep_isRefused() {
    assertThat(readBack(nested(1000))).isInstanceOf(List.class);
    assertThatThrownBy(() -> Pickler.write("x.pt", nested(1001))).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("x.pt: cannot write [0][0][0]");
  }

  @Test void write_foreignObject_isRefusedWithItsPlace() {
    assertRefused(Map.of("model", Arrays.asList(null, Thread.currentThread())),
        "x.pt: cannot write ['model'][1]: a java.lang.Thread (expected: tensors and plain data)");
    assertRefused(BigDecimal.ONE,
        "x.pt: cannot write the root: a java.math.BigDecimal (expected: tensors and plain data)");
    assertRefused(new int[0], "x.pt: cannot write the root: a int[] (expected: tensors and plain data)");
  }

  @Test void write_keyThatIsNoScalar_isRefused() {
    assertRefused(Map.of(List.of(), 1), "x.pt: cannot write the root: key is a list"
        + " (expected: a number, text or a flat tuple of them)");
  }

  @Test void write_intThatPythonWouldRefuse_isRefused() {
    assertRefused(BigInteger.ONE.shiftLeft(2048), "x.pt: cannot write the root: int of 257 bytes"
        + " (expected: at most 255, as torch.load reads)");
  }

  private static List<?> nested(int depth) {
    List<?> value = List.of();
    for (int i = 1; i < depth; i++) value = List.of(value);
    return value;
  }

  private static Object readBack(Object value) {
    return Unpickler.read("x.pt", Pickler.write("x.pt", value).bytes()).root();
  }

  private static void assertRefused(Object value, String message) {
    assertThatThrownBy(() -> Pickler.write("x.pt", value)).isInstanceOf(CheckpointException.class).hasMessage(message);
  }
}
