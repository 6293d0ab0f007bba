package dev.jtorch.autograd;

import dev.jtorch.Complex;
import dev.jtorch.DTypeException;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.text.PythonNumbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives by central differences, {@code (f(x + ε) - f(x - ε)) / 2ε}, moving one element of an input at a time.
 *
 * <p>The elements are moved behind the back of the version counters, and put back.
 */
final class NumericalJacobian {
  private final CheckedFunction function;
  private final double eps;

  NumericalJacobian(CheckedFunction function, double eps) {
    this.function = function;
    this.eps = eps;
  }

  /**
   * The derivatives by one input, which has elements.
   *
   * @param outputs which outputs
   * @return for each of these a matrix with a row for each element of the input
   */
  List<Tensor> by(Tensor input, List<Integer> outputs) {
    List<List<Tensor>> rows = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) rows.add(new ArrayList<>());
    for (long e = 0; e < input.numel(); e++) {
      try (var step = Scope.open()) {
        List<Tensor> byElement = byElement(input, position(e, input.shape()));
        for (int i = 0; i < outputs.size(); i++) rows.get(i).add(byElement.get(outputs.get(i)).keep());
      }
    }
    return rows.stream().map(Torch::stack).toList();
  }

  private static long[] position(long element, Size shape) {
    long[] position = new long[shape.size()];
    long rest = element;
    for (int d = position.length - 1; d >= 0; d--) {
      position[d] = rest % shape.get(d);
      rest /= shape.get(d);
    }
    return position;
  }

  private List<Tensor> byElement(Tensor input, long[] position) {
    Tensor element = input.data();
    for (long at : position) element = element.select(0, at);
    List<Tensor> along = differences(element, eps, position);
    if (!input.isComplex()) return along;
    // of a complex number both parts are moved: the conjugate Wirtinger derivative
    List<Tensor> across = differences(element, Complex.of(0, eps), position);
    List<Tensor> both = new ArrayList<>();
    for (int i = 0; i < along.size(); i++) both.add(along.get(i).add(across.get(i).mul(Complex.of(0, 1))));
    return both;
  }

  private List<Tensor> differences(Tensor element, Number step, long[] position) {
    Tensor before = element.clone();
    List<Tensor> low;
    List<Tensor> high;
    try {
      element.copy_(before.sub(step));
      low = copies();
      element.copy_(before.add(step));
      high = copies();
    } finally {
      element.copy_(before);
    }
    List<Tensor> differences = new ArrayList<>();
    for (int i = 0; i < low.size(); i++) {
      requireSameForm(low.get(i), high.get(i), position);
      differences.add(high.get(i).sub(low.get(i)).div(2 * eps).reshape(-1));
    }
    return differences;
  }

  /** Copies, because an output can be a view of the input. */
  private List<Tensor> copies() {
    return function.outputs().stream().map(o -> o.detach().clone())
        .map(o -> o.isFloatingPoint() || o.isComplex() ? o : o.toDouble()).toList();
  }

  private void requireSameForm(Tensor low, Tensor high, long[] position) {
    String moved = " when inputs are perturbed on index " + PythonNumbers.tuple(position) + " by "
        + PythonNumbers.repr(eps) + ", but got: ";
    if (!low.shape().equals(high.shape())) {
      throw new ShapeException("Expected `func` to return outputs with the same shape" + moved + "shapes " + low.shape()
          + " and " + high.shape() + ".");
    }
    if (low.dtype() != high.dtype()) {
      throw new DTypeException("Expected `func` to return outputs with the same dtype" + moved + "dtypes " + low.dtype()
          + " and " + high.dtype() + ".");
    }
  }
}
