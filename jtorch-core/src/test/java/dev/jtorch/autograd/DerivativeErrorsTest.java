package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Index;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** PyTorch's messages about functions whose derivative does not exist, or not strictly. */
class DerivativeErrorsTest {
  private static final String JACOBIAN_OF_GRADIENT =
      "While computing the hessian, found that the jacobian of the user-provided"
          + " function with respect to input %d is independent of the input. This is not allowed in strict mode. You should ensure"
          + " that your function is twice differentiable and that the jacobian depends on the inputs (this would be violated by a"
          + " linear function for example).";
  private static final String NO_VECTOR =
      "The vector v can only be None if the input to the user-provided function is a single"
          + " Tensor with a single element.";

  private final Tensor x = Torch.ones(2, 2);
  private final List<Tensor> two = List.of(x, x);
  private final UnaryOperator<Tensor> rows = t -> t.exp().sum(1);
  private final UnaryOperator<Tensor> linear = t -> t.mul(2).sum();
  private final TensorFunction<Tensor> onlyFirst = in -> in[0].sum();

  private static void fails(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(TorchException.class).hasMessage(message);
  }

  @Test void vector_missing() {
    fails(() -> Autograd.vjp(rows, x),
        "The vector v can only be None if the user-provided function returns a single Tensor with a single element.");
    fails(() -> Autograd.jvp(rows, x), NO_VECTOR);
    fails(() -> Autograd.vhp(linear, x), NO_VECTOR);
    fails(() -> Autograd.hvp(linear, x), NO_VECTOR);
  }

  @Test void vector_ofTheWrongSize() {
    fails(() -> Autograd.vjp(rows, x, Torch.ones(3)),
        "v has invalid size: should be torch.Size([2]) but got torch.Size([3]).");
    fails(() -> Autograd.vjp(rows, x, o -> o.v(two)), "The given v should contain a single Tensor.");
    fails(() -> Autograd.vjp(in -> in, two, List.of(x)), "v is a tuple of invalid length: should be 2 but got 1.");
    fails(() -> Autograd.vjp(in -> in, two, List.of(x, Torch.ones(2))),
        "Entry 1 in v has invalid size: should be torch.Size([2, 2]) but got torch.Size([2]).");
  }

  @Test void function_notScalar() {
    fails(() -> Autograd.hessian(t -> t, x),
        "The Tensor returned by the function given to hessian should contain a single element");
    fails(() -> Autograd.vhp(t -> t.pow(3), x, x),
        "The Tensor returned by the function given to vhp should contain a single element");
    fails(() -> Autograd.hvp(t -> t.pow(3), x, x),
        "The Tensor returned by the function given to hvp should contain a single element");
  }

  @Test void function_withoutTensors() {
    fails(() -> Autograd.jacobian(in -> List.of(), two),
        "Autograd: the function returned no tensor but a ListN (expected: a"
            + " tensor, or tensors in an array, a list, a map or a record)");
    fails(() -> Autograd.jacobian(in -> in, List.of()), "Autograd: there are 0 inputs (expected: at least one)");
    fails(() -> Autograd.jacobian(t -> t.get(Index.slice(0, 0)), x), "stack expects a non-empty TensorList");
  }

  @Test void strict_outputWithoutGraph() {
    String message =
        "Output 0 of the user-provided function does not require gradients. The outputs must be computed in a"
            + " differentiable manner from the input when running in strict mode.";
    fails(() -> Autograd.vjp(t -> Torch.ones(1), x, o -> o.strict(true)), message);
    fails(() -> Autograd.jacobian(t -> Torch.ones(1), x, o -> o.strict(true)), message);
    fails(() -> Autograd.hessian(t -> Torch.ones(1), x, o -> o.strict(true)), message);
  }

  @Test void strict_outputIndependentOfAnInput() {
    String message =
        "The output of the user-provided function is independent of input 1. This is not allowed in strict mode.";
    fails(() -> Autograd.vjp(onlyFirst, two, o -> o.strict(true)), message);
    fails(() -> Autograd.jvp(onlyFirst, two, o -> o.v(two).strict(true)), message);
    fails(() -> Autograd.jacobian(onlyFirst, two, o -> o.strict(true)),
        "Output 0 of the user-provided function is independent of input 1. This is not allowed in strict mode.");
  }

  @Test void strict_derivativeIndependentOfTheInput() {
    String message =
        "The jacobian of the user-provided function is independent of input 0. This is not allowed in strict mode"
            + " when create_graph=True.";
    fails(() -> Autograd.vjp(linear, x, o -> o.strict(true).createGraph(true)), message);
    fails(() -> Autograd.jvp(linear, x, o -> o.v(x).strict(true).createGraph(true)), message);
    fails(() -> Autograd.jacobian(linear, x, o -> o.strict(true).createGraph(true)), message);
  }

  @Test void strict_gradientIndependentOfTheInput() {
    String message = JACOBIAN_OF_GRADIENT.formatted(0);
    fails(() -> Autograd.hessian(linear, x, o -> o.strict(true)), message);
    fails(() -> Autograd.vhp(linear, x, o -> o.v(x).strict(true)), message);
    fails(() -> Autograd.hvp(linear, x, o -> o.v(x).strict(true)), message);
    fails(() -> Autograd.hvp(in -> in[0].pow(2).sum().add(in[1].sum()), two, o -> o.v(two).strict(true)),
        JACOBIAN_OF_GRADIENT.formatted(1));
  }

  @Test void strict_andVectorize() {
    fails(() -> Autograd.jacobian(rows, x, o -> o.strict(true).vectorize(true)),
        "torch.autograd.functional.jacobian: `strict=True` and `vectorized=True` are not supported together. Please either set"
            + " `strict=False` or `vectorize=False`.");
  }
}
