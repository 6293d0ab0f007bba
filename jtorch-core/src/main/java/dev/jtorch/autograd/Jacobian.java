package dev.jtorch.autograd;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All derivatives of a function's outputs by its inputs, one backward pass for each element of the outputs. */
final class Jacobian {
  private final TensorFunction<?> function;
  private final JacobianOptions options;
  private final List<Tensor> inputs;

  private Jacobian(TensorFunction<?> function, Group inputs, JacobianOptions options) {
    this.function = function;
    this.options = options;
    this.inputs = inputs.detached(options.createGraph(), true).tensors();
  }

  /** One row for each output, with the derivative by each input. */
  static List<List<Tensor>> of(TensorFunction<?> function, Group inputs, JacobianOptions options) {
    try (var call = Scope.open(); var recorded = Torch.enableGrad()) {
      List<List<Tensor>> rows = new Jacobian(function, inputs, options).rows(inputs.tuple());
      rows.forEach(Autograd::handOut);
      return rows;
    }
  }

  /** The Jacobian of the gradient of a scalar function. */
  static List<List<Tensor>> hessian(TensorFunction<?> function, Group inputs, JacobianOptions options) {
    TensorFunction<Tensor> scalar = in -> {
      Group output = Group.returned(function.apply(in));
      if (options.strict()) Strict.requireGraph(output.tensors(), Strict.Role.OUTPUT);
      BackwardPasses.requireScalar("hessian", output);
      return output.tensors().get(0).squeeze();
    };
    return of(in -> {
      List<Tensor> gradient = of(scalar, Group.of(List.of(in)), new JacobianOptions().createGraph(true)).get(0);
      if (options.strict()) Strict.requireGraph(gradient, Strict.Role.JACOBIAN);
      return gradient;
    }, inputs, options);
  }

  private List<List<Tensor>> rows(boolean tuple) {
    Group outputs = new Group(inputs, tuple).applied(function);
    if (options.strict()) Strict.requireGraph(outputs.tensors(), Strict.Role.OUTPUT);
    if (options.strict() && options.vectorize()) {
      throw new TorchException(
          "torch.autograd.functional.jacobian: `strict=True` and `vectorized=True` are not supported"
              + " together. Please either set `strict=False` or `vectorize=False`.");
    }
    List<List<Tensor>> rows = new ArrayList<>();
    for (int i = 0; i < outputs.tensors().size(); i++) rows.add(row(outputs.tensors().get(i), i));
    return rows;
  }

  private List<Tensor> row(Tensor output, int i) {
    List<List<Tensor>> grads = new ArrayList<>();
    for (int j = 0; j < inputs.size(); j++) grads.add(new ArrayList<>());
    Tensor flat = output.reshape(-1);
    for (long e = 0; e < output.numel(); e++) {
      List<@Nullable Tensor> ofElement = BackwardPasses.grad(List.of(flat.select(0, e)), inputs, null,
          o -> o.retainGraph(true).createGraph(options.createGraph()));
      for (int j = 0; j < inputs.size(); j++) grads.get(j).add(checked(ofElement.get(j), i, j));
    }
    List<Tensor> row = new ArrayList<>();
    for (int j = 0; j < inputs.size(); j++) {
      row.add(Torch.stack(grads.get(j)).view(joined(output, inputs.get(j))));
    }
    return BackwardPasses.finished(row, options.createGraph());
  }

  private Tensor checked(@Nullable Tensor grad, int output, int input) {
    if (grad == null) {
      if (options.strict()) {
        throw new TorchException("Output " + output + " of the user-provided function is independent of input " + input
            + ". This is not allowed in strict mode.");
      }
      return Torch.zerosLike(inputs.get(input));
    }
    // PyTorch's message counts the output here, too
    if (options.strict() && options.createGraph()) Strict.requireDifferentiable(grad, output, "jacobian");
    return grad;
  }

  private static long[] joined(Tensor output, Tensor input) {
    List<Long> sizes = new ArrayList<>(output.shape());
    sizes.addAll(input.shape());
    return sizes.stream().mapToLong(Long::longValue).toArray();
  }
}
