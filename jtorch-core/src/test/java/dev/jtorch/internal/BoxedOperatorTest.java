package dev.jtorch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import org.junit.jupiter.api.Test;

class BoxedOperatorTest {
  private static NativeTensor native_(double... values) { return Bridge.handle(Torch.tensor(values)); }

  private static double[] values(NativeTensor tensor) { return Bridge.tensor(tensor).toDoubleArray(); }

  @Test void call_withNumbersAndNull() {
    NativeTensor[] sum = BoxedOperator.of("aten::sum", "dim_IntList").call(native_(1, 2), new long[] {0}, true, null);
    assertThat(sum).hasSize(1);
    assertThat(values(sum[0])).containsExactly(3);
  }

  @Test void call_withListsOfTensors() {
    NativeTensor[] list = {native_(1, 2), native_(3)};
    NativeTensor[] doubled = BoxedOperator.of("aten::_foreach_mul", "Scalar").call(list, 2.0);
    assertThat(doubled).hasSize(2);
    assertThat(values(doubled[0])).containsExactly(2, 4);
    assertThat(values(doubled[1])).containsExactly(6);
  }

  @Test void call_inPlace() {
    NativeTensor[] parameters = {native_(1)};
    NativeTensor[] results = BoxedOperator.of("aten::_fused_sgd_", "").call(parameters,
        new NativeTensor[] {native_(1)}, new NativeTensor[0], 0.0, 0.0, 0.5, 0.0, false, false, true, null, null);
    assertThat(results).isEmpty();
    assertThat(values(parameters[0])).containsExactly(0.5);
  }

  @Test void call_withOptionalTensors() {
    NativeTensor rows = Bridge.handle(Torch.arange(4).reshape(2, 2));
    Tensor picked = Bridge.tensor(BoxedOperator.of("aten::index", "Tensor").call(rows,
        new NativeTensor[] {null, Bridge.handle(Torch.tensor(new long[] {1}))})[0]);
    assertThat(picked.toLongArray()).containsExactly(1, 3);
  }

  @Test void of_isCached() {
    assertThat(BoxedOperator.of("aten::relu", "")).isSameAs(BoxedOperator.of("aten::relu", ""));
  }

  @Test void errors_areTranslated() {
    assertThatThrownBy(() -> BoxedOperator.of("aten::no_such_operator", "")).isInstanceOf(TorchException.class)
        .hasMessageStartingWith("Could not find schema for aten::no_such_operator");
    assertThatThrownBy(() -> BoxedOperator.of("aten::mm", "").call(native_(1), native_(1)))
        .isInstanceOf(TorchException.class).hasMessage("self must be a matrix");
  }
}
