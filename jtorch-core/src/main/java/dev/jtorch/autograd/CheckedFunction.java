package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.TensorTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A function and the inputs at which its gradients are checked. */
final class CheckedFunction {
  private final TensorFunction<?> function;
  private final List<Tensor> inputs;

  CheckedFunction(TensorFunction<?> function, List<? extends Tensor> inputs) {
    this.function = function;
    this.inputs = List.copyOf(inputs);
  }

  List<Tensor> inputs() { return inputs; }

  /** The inputs whose gradients are checked. */
  List<Tensor> leaves() {
    return requiringGrad(inputs);
  }

  /** The outputs at what the inputs hold now. */
  List<Tensor> outputs() {
    List<Tensor> outputs = new ArrayList<>();
    TensorTree.forEach("the function's result", function.apply(inputs.toArray(Tensor[]::new)), outputs::add);
    return outputs;
  }

  /** The outputs that have gradients. */
  List<Tensor> differentiableOutputs() {
    return requiringGrad(outputs());
  }

  private static List<Tensor> requiringGrad(List<Tensor> tensors) {
    return tensors.stream().filter(Tensor::requiresGrad).toList();
  }

  /** The function that gives a part of its complex outputs. */
  CheckedFunction partOfComplex(UnaryOperator<Tensor> part) {
    return new CheckedFunction(in -> outputs().stream().map(o -> o.isComplex() ? part.apply(o) : o).toList(), inputs);
  }
}
