package dev.jtorch.nn.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleDictTest {
  private final Layer relu = new ReLU();
  private final Layer linear = new Linear(1, 1);
  private final ModuleDict<Layer> dict = new ModuleDict<Layer>().put("b", relu).put("a", linear);

  @Test @Row("S5-015") void print_keepsTheOrder() {
    assertThat(dict.toString()).isEqualTo("""
        ModuleDict(
          (b): ReLU()
          (a): Linear(in_features=1, out_features=1, bias=True)
        )""");
  }

  @Test @Row("S5-015") void map_inAndOut() {
    assertThat(dict.get("a")).isSameAs(linear);
    assertThat(dict.contains("a")).isTrue();
    assertThat(dict.contains("c")).isFalse();
    assertThat(dict.size()).isEqualTo(2);
    assertThat(dict.asMap()).containsExactly(Map.entry("b", relu), Map.entry("a", linear));
    assertThat(dict.stateDict().keySet()).containsExactly("a.weight", "a.bias");
    dict.update(Map.of("c", relu)).put("b", linear);
    assertThat(dict.asMap().keySet()).containsExactly("b", "a", "c");
    assertThat(dict.delete("a")).isSameAs(linear);
    assertThat(dict.asMap().keySet()).containsExactly("b", "c");
    dict.clear();
    assertThat(dict.size()).isZero();
    assertThat(new ModuleDict<>(Map.of("x", relu)).get("x")).isSameAs(relu);
  }

  @Test void name_thatIsMissing() {
    assertThatThrownBy(() -> dict.get("z")).isInstanceOf(ModuleException.class)
        .hasMessage("ModuleDict: no module 'z' (expected: one of b, a)");
    assertThatThrownBy(() -> dict.delete("z")).isInstanceOf(ModuleException.class);
  }

  @Test @Row("S5-015") void dict_cannotBeCalled() {
    assertThat(dict).isNotInstanceOf(Model.class);
  }
}
