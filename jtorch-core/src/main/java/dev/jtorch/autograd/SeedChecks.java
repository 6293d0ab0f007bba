package dev.jtorch.autograd;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.BoxedOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the gradients that come out of a function are linear in those that go in: zero where these are zero or absent. */
final class SeedChecks {
  private final CheckedFunction function;

  SeedChecks(CheckedFunction function) {
    this.function = function;
  }

  void run(boolean absentToo) {
    List<Tensor> outputs = function.differentiableOutputs();
    if (outputs.isEmpty()) return;
    if (!allZero(fromZeros(outputs))) throw new GradcheckException("backward not multiplied by grad_output");
    if (!absentToo) return;
    requireZeroFor(outputs().stream().map(SeedChecks::withoutGradient).toList());
    if (outputs.size() == 1) return;
    for (int absent = 0; absent < outputs.size(); absent++) {
      List<Tensor> some = new ArrayList<>(outputs());
      some.set(absent, withoutGradient(some.get(absent)));
      requireZeroFor(some);
    }
  }

  /** Computed anew, because each pass frees the graph. */
  private List<Tensor> outputs() {
    return function.differentiableOutputs();
  }

  private void requireZeroFor(List<Tensor> outputs) {
    boolean zero;
    try {
      zero = allZero(fromZeros(outputs));
    } catch (TorchException e) {
      throw new GradcheckException(
          "Expected backward function to handle undefined output grads. Please look at \"Notes about"
              + " undefined output gradients\" in \"tools/autograd/derivatives.yaml\"",
          e);
    }
    if (!zero) {
      throw new GradcheckException(
          "Expected all input grads to be undefined or zero when all output grads are undefined or"
              + " zero. Please look at \"Notes about undefined output gradients\" in \"tools/autograd/derivatives.yaml\"");
    }
  }

  private List<@Nullable Tensor> fromZeros(List<Tensor> outputs) {
    List<Tensor> zeros = outputs.stream().map(o -> Torch.zerosLike(o.detach()).contiguous()).toList();
    return BackwardPasses.grad(outputs, function.leaves(), zeros, o -> o);
  }

  private static boolean allZero(List<@Nullable Tensor> grads) {
    for (Tensor grad : grads) {
      if (grad != null && grad.ne(0).any().itemBool()) return false;
    }
    return true;
  }

  /**
   * A tensor whose backward pass hands {@code output} no gradient at all, rather than zeros. The mean that a group norm returns
   * beside its result is such a one: the norm's backward pass gives nothing for it.
   */
  static Tensor withoutGradient(Tensor output) {
    if (output.numel() == 0) return output;
    Tensor real = (output.isComplex() ? Torch.viewAsReal(output) : output).to(DType.FLOAT64).reshape(1, 1, -1);
    long count = real.numel();
    return Bridge.tensor(BoxedOperator.of("aten::native_group_norm", "").call(Bridge.handle(real), null, null, 1, 1,
        count, 1, 1e-5)[1]);
  }
}
