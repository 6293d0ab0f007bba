package dev.jtorch.nn.container;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.nn.Layer;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Compilation;
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
    assertThat(new ModuleDict<>(entry("b", relu), entry("a", linear)).toString()).isEqualTo(dict.toString());
    assertThat(new ModuleDict<>().toString()).isEqualTo("ModuleDict()");
  }

  @Test @Row("S5-015") void map_inAndOut() {
    assertThat(dict.get("a")).isSameAs(linear);
    assertThat(dict.contains("a")).isTrue();
    assertThat(dict.contains("c")).isFalse();
    assertThat(dict.size()).isEqualTo(2);
    assertThat(dict).containsExactly("b", "a");
    assertThat(dict.keys()).containsExactly("b", "a");
    assertThat(dict.values()).containsExactly(relu, linear);
    assertThat(dict.items()).containsExactly(entry("b", relu), entry("a", linear));
    assertThat(dict.stateDict().keySet()).containsExactly("a.weight", "a.bias");
  }

  @Test @Row("S5-015") void map_isChanged() {
    dict.update(Map.of("c", relu)).put("b", linear);
    assertThat(dict.keys()).containsExactly("b", "a", "c");
    assertThat(dict.pop("a")).isSameAs(linear);
    dict.delete("c");
    assertThat(dict.items()).containsExactly(entry("b", linear));
    dict.update(new ModuleDict<>(entry("z", relu), entry("b", relu)));
    assertThat(dict.items()).containsExactly(entry("b", relu), entry("z", relu));
    for (String name : dict) dict.delete(name);
    assertThat(dict.size()).isZero();
    dict.put("x", relu).clear();
    assertThat(dict.items()).isEmpty();
  }

  @Test void name_thatIsMissing() {
    assertThatThrownBy(() -> dict.get("z")).isInstanceOf(ModuleException.class)
        .hasMessage("ModuleDict: no module 'z' (expected: one of b, a)");
    assertThatThrownBy(() -> dict.pop("z")).isInstanceOf(ModuleException.class);
    assertThatThrownBy(() -> dict.delete("z")).isInstanceOf(ModuleException.class);
  }

  @Test @Row("S5-015") void name_thatIsNone() {
    assertThatThrownBy(() -> dict.put("training", relu)).isInstanceOf(ModuleException.class)
        .hasMessage("attribute 'training' already exists");
    assertThatThrownBy(() -> dict.put("a.b", relu)).hasMessage("module name can't contain \".\", got: a.b");
  }

  @Test @Row("S5-015") void whatIsNoModule_andACall_doNotCompile() {
    Compilation java = Compilation.of(ModuleDict.class, Layer.class, ReLU.class);
    String dict = "var dict = new ModuleDict<Layer>(); ";
    assertThat(java.errors(dict + "dict.put(\"a\", new ReLU());")).isEmpty();
    assertThat(java.errors(dict + "dict.put(\"a\", 3);"))
        .containsExactly("incompatible types: int cannot be converted to dev.jtorch.nn.Layer");
    assertThat(java.errors(dict + "dict.call(null);")).containsExactly("cannot find symbol");
  }
}
