package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionTest {
  private final Tensor a = Torch.ones(2).requiresGrad_();
  private final Tensor b = Torch.ones(2).requiresGrad_();
  private final List<String> log = new ArrayList<>();

  /** A product and a sum; the gradient of the second input is left out. */
  private final class Two extends MultiFunction {
    @Override protected Tensor[] forward(FunctionContext ctx, Tensor... inputs) {
      ctx.saveForBackward(inputs);
      return new Tensor[] {inputs[0].mul(inputs[1]), inputs[0].add(inputs[1])};
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... grads) {
      log.add(grads[0] + " " + grads[1] + " " + Arrays.toString(ctx.needsInputGrad()));
      return new @Nullable Tensor[] {grads[0].mul(ctx.savedTensor(1)).add(grads[1]), null};
    }
  }

  @Row({"S4-198", "S4-199", "S4-203"})
  @Test void severalOutputs_unusedOnesGetZeros() {
    List<Tensor> outputs = new Two().apply(a, b);
    assertThat(outputs.get(0)).hasToString("tensor([1., 1.], grad_fn=<TwoBackward>)");
    assertThat(outputs.get(1).gradFn()).isEqualTo("TwoBackward");
    outputs.get(0).sum().backward(o -> o.retainGraph(true));
    assertThat(a.grad()).hasToString("tensor([1., 1.])");
    assertThat(b.grad()).isNull();
    outputs.get(0).sum().backward();
    assertThat(log).containsExactly("tensor([1., 1.]) tensor([0., 0.]) [true, true]",
        "tensor([1., 1.]) tensor([0., 0.]) [true, true]");
    assertThatThrownBy(() -> outputs.get(1).sum().backward()).isInstanceOf(TorchException.class)
        .hasMessageStartingWith("Trying to backward through the graph a second time (or directly access saved tensors");
  }
}
