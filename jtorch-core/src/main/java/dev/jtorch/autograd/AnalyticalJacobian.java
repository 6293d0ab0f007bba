package dev.jtorch.autograd;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.text.PythonNumbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Derivatives by backward passes, one for each element of an output; all are done twice and must give the same. */
final class AnalyticalJacobian {
  private final Tensor output;
  private final List<Tensor> inputs;
  private final GradcheckOptions options;

  private AnalyticalJacobian(Tensor output, List<Tensor> inputs, GradcheckOptions options) {
    this.output = output;
    this.inputs = inputs;
    this.options = options;
  }

  /** For each input a matrix with a row for each of its elements and a column for each of the output's, which has some. */
  static List<Tensor> of(Tensor output, List<Tensor> inputs, GradcheckOptions options) {
    var jacobian = new AnalyticalJacobian(output, inputs, options);
    List<Tensor> first = jacobian.once();
    List<Tensor> second = jacobian.once();
    for (int i = 0; i < first.size(); i++) jacobian.requireEqual(first.get(i), second.get(i));
    return first;
  }

  private List<Tensor> once() {
    List<List<Tensor>> columns = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) columns.add(new ArrayList<>());
    for (long e = 0; e < output.numel(); e++) {
      try (var pass = Scope.open()) {
        List<@Nullable Tensor> grads =
            BackwardPasses.grad(List.of(output), inputs, List.of(unit(e)), o -> o.retainGraph(true));
        for (int i = 0; i < inputs.size(); i++) columns.get(i).add(column(grads.get(i), inputs.get(i)).keep());
      }
    }
    return columns.stream().map(c -> Torch.stack(c, 1)).toList();
  }

  private Tensor unit(long element) {
    Tensor unit = Torch.zerosLike(output.detach()).contiguous();
    unit.view(-1).select(0, element).fill_(1);
    return unit;
  }

  private Tensor column(@Nullable Tensor grad, Tensor input) {
    if (grad == null) return Torch.zerosLike(input.detach()).reshape(-1);
    if (options.checkGradDtypes() && grad.dtype() != input.dtype()) {
      throw new GradcheckException("Gradient has dtype mismatch");
    }
    return grad.detach().clone().reshape(-1);
  }

  private void requireEqual(Tensor first, Tensor second) {
    if (first.numel() == 0 || first.sub(second).abs().max().toDouble().item() <= options.nondetTol())
      return;
    throw new GradcheckException(
        "Backward is not reentrant, i.e., running backward with same input and grad_output multiple"
            + " times gives different values, although analytical gradient matches numerical gradient."
            + "The tolerance for nondeterminism was " + PythonNumbers.repr(options.nondetTol()) + ".");
  }
}
