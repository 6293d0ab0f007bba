package dev.jtorch.nn.container;

import static dev.jtorch.Torch.zeros;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.Parameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterDictTest {
  private final Parameter x = new Parameter(zeros(1));
  private final Parameter y = new Parameter(zeros(2, 3));
  private final ParameterDict dict = new ParameterDict(entry("y", y), entry("x", x));

  @Test void print_namesTensorTypes() {
    assertThat(dict.toString()).isEqualTo("""
        ParameterDict(
            (y): Parameter containing: [torch.FloatTensor of size 2x3]
            (x): Parameter containing: [torch.FloatTensor of size 1]
        )""");
    assertThat(new ParameterDict().toString()).isEqualTo("ParameterDict()");
  }

  @Test void print_ofEveryElementType() {
    var all = new ParameterDict();
    for (DType dtype : DType.values()) {
      all.put("k_" + dtype.torchName(), Parameter.frozen(zeros(new long[] {1}, o -> o.dtype(dtype))));
    }
    assertThat(all.toString().lines().map(line -> line.replaceAll(".*torch\\.(\\w+)Tensor.*", "$1")))
        .containsExactly("ParameterDict(", "Byte", "Char", "Short", "Int", "Long", "Half", "Float", "Double",
            "ComplexHalf", "ComplexFloat", "ComplexDouble", "Bool", "BFloat16", "Float8_e5m2", "Float8_e4m3fn",
            "Float8_e5m2fnuz", "Float8_e4m3fnuz", "UInt16", "UInt32", "UInt64", "Float8_e8m0fnu", ")");
  }

  @Test void map_inAndOut() {
    assertThat(dict.get("x")).isSameAs(x);
    assertThat(dict.get("z", y)).isSameAs(y);
    assertThat(dict.get("z", null)).isNull();
    assertThat(dict.contains("x")).isTrue();
    assertThat(dict.size()).isEqualTo(2);
    assertThat(dict).containsExactly("y", "x");
    assertThat(dict.keys()).containsExactly("y", "x");
    assertThat(dict.reversed()).containsExactly("x", "y");
    assertThat(dict.values()).containsExactly(y, x);
    assertThat(dict.items()).containsExactly(entry("y", y), entry("x", x));
    assertThat(dict.namedParameters().keySet()).containsExactly("y", "x");
    assertThat(dict.stateDict().keySet()).containsExactly("y", "x");
  }

  @Test void map_isChanged() {
    Tensor plain = zeros(7);
    assertThat(dict.setDefault("x", plain)).isSameAs(x);
    assertThat(dict.setDefault("new", plain).dataPtr()).isEqualTo(plain.dataPtr());
    assertThat(dict.pop("y")).isSameAs(y);
    dict.delete("new");
    dict.put("x", y).update(Map.of("z", x));
    assertThat(dict.popItem()).isEqualTo(entry("z", x));
    assertThat(dict.items()).containsExactly(entry("x", y));
    dict.clear();
    assertThat(dict.items()).isEmpty();
    assertThatThrownBy(dict::popItem).isInstanceOf(ModuleException.class)
        .hasMessage("ParameterDict: size is 0 (expected: a parameter to take out)");
  }

  @Test void union_prefersTheOther() {
    var other = new ParameterDict(Map.of("x", y)).put("w", x);
    assertThat(dict.union(other).items()).containsExactly(entry("y", y), entry("x", y), entry("w", x));
    assertThat(dict.items()).containsExactly(entry("y", y), entry("x", x));
    assertThat(dict.copy().items()).containsExactlyElementsOf(dict.items());
    assertThat(dict.update(other)).isSameAs(dict);
    assertThat(dict.keys()).containsExactly("y", "x", "w");
  }

  @Test void fromKeys_makesAParameterForEach() {
    Tensor value = zeros(2);
    var made = ParameterDict.fromKeys(List.of("m", "n"), value);
    assertThat(made.keys()).containsExactly("m", "n");
    assertThat(made.get("m")).isNotSameAs(made.get("n"));
    assertThat(made.get("m").dataPtr()).isEqualTo(made.get("n").dataPtr());
    assertThat(ParameterDict.fromKeys(List.of("m", "n"), x).values()).containsExactly(x, x);
  }

  @Test void name_thatIsMissingOrNone() {
    assertThatThrownBy(() -> dict.get("z")).isInstanceOf(ModuleException.class)
        .hasMessage("ParameterDict: no parameter 'z' (expected: one of y, x)");
    assertThatThrownBy(() -> dict.pop("z")).isInstanceOf(ModuleException.class);
    assertThatThrownBy(() -> dict.put("a.b", x)).hasMessageStartingWith("parameter name can't contain \".\"");
    assertThatThrownBy(() -> dict.put("", x)).hasMessage("parameter name can't be empty string \"\"");
    assertThat(dict.size()).isEqualTo(2);
  }
}
