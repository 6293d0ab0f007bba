package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomOpTest {
  private final Tensor x = Torch.ones(2).requiresGrad_();
  private final CustomOp cube = CustomOp.register("mylib::cube", (ctx, in) -> {
    ctx.saveForBackward(in);
    return in[0].pow(3);
  });

  @AfterEach void unregister() { cube.unregister(); }

  @Row("S4-042")
  @Test void operator_isRegisteredCalledByNameAndDifferentiated() {
    assertThat(CustomOp.named("mylib::cube").call(x).requiresGrad()).isFalse();
    cube.registerAutograd((ctx, grads) -> new Tensor[] {grads[0].mul(ctx.savedTensor(0).pow(2)).mul(3)});
    CustomOp.named("mylib::cube").call(x).sum().backward();
    assertThat(x.grad()).hasToString("tensor([3., 3.])");
    Tensor any = Torch.tensor(new double[] {0.5, -2, 3}).requiresGrad_();
    assertThat(Autograd.gradcheck(in -> cube.call(in[0]), any)).isTrue();
    assertThat(Autograd.gradgradcheck(in -> cube.call(in[0]), any)).isTrue();
  }

  @Test void names_areChecked() {
    assertThat(cube).hasToString("CustomOp(mylib::cube)");
    assertThatThrownBy(() -> CustomOp.register("mylib::cube", (ctx, in) -> in[0])).isInstanceOf(TorchException.class)
        .hasMessage("CustomOp: 'mylib::cube' is registered already (expected: a new name)");
    assertThatThrownBy(() -> CustomOp.register("cube", (ctx, in) -> in[0]))
        .hasMessage("CustomOp: name is 'cube' (expected: the form namespace::name)");
    assertThatThrownBy(() -> CustomOp.named("mylib::nope"))
        .hasMessage("CustomOp: no operator 'mylib::nope' (expected: one of mylib::cube)");
  }
}
