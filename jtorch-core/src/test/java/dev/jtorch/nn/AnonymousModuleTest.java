package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.ReleasedTensorException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Classes without a name of their own have one in messages and prints. */
class AnonymousModuleTest {
  private static final String MESSAGE =
      "The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0";

  private static Layer failing() {
    return new Layer() {
      @Override protected Tensor forward(Tensor x) { return x.add(Torch.ones(3)); }
    };
  }

  @Test void error_namesClassAndLine() {
    assertThatThrownBy(() -> failing().call(Torch.ones(2)))
        .hasMessageMatching("AnonymousModuleTest\\$1 \\(line \\d+\\): " + java.util.regex.Pattern.quote(MESSAGE));
    assertThatThrownBy(() -> new Sequential(new ReLU(), failing()).call(Torch.ones(2)))
        .hasMessageMatching("in 1 \\(AnonymousModuleTest\\$1, line \\d+\\): " + java.util.regex.Pattern.quote(MESSAGE));
  }

  @Test void print_showsAName() {
    assertThat(failing()).hasToString("AnonymousModuleTest$1()");
    assertThat(new Sequential(failing()))
        .hasToString("Sequential(\n  (0): AnonymousModuleTest$1()\n)");
  }

  @Test void subclassOfALayer_refusesByItsName() {
    assertThatThrownBy(() -> new Linear(-1, 2) {}).hasMessage(
        "AnonymousModuleTest$2: inFeatures is -1 (expected: 0 or more)");
  }

  @Test void releasedTensor_namesTheCall() {
    var aside = new ArrayList<Tensor>();
    new Layer() {
      @Override protected Tensor forward(Tensor x) {
        aside.add(x.add(1));
        return x;
      }
    }.call(Torch.ones(1));
    assertThatThrownBy(() -> aside.get(0).add(1)).isInstanceOf(ReleasedTensorException.class)
        .hasMessageStartingWith("tensor: used after the call of AnonymousModuleTest$3 that made it ended (expected:");
  }

  @Test void className_isNeverEmptyAndTheSameInEveryRun() {
    UnaryOperator<Tensor> lambda = x -> x;
    assertThat(ClassNames.of(lambda.getClass())).isEqualTo("AnonymousModuleTest$$Lambda");
    assertThat(ClassNames.of(failing().getClass())).isEqualTo("AnonymousModuleTest$1");
    assertThat(ClassNames.of(new Object[][] {{}}.getClass())).isEqualTo("Object[][]");
    assertThat(ClassNames.of(java.lang.reflect.Array.newInstance(failing().getClass(), 0).getClass()))
        .isEqualTo("AnonymousModuleTest$1[]");
    record Local() {}
    assertThat(ClassNames.of(Local.class)).isEqualTo("Local");
  }
}
