package dev.jtorch.autograd;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One check of a function's gradients: its analytical Jacobians are compared with numerical ones. */
final class Gradcheck {

  private final CheckedFunction function;
  private final GradcheckOptions options;

  Gradcheck(CheckedFunction function, GradcheckOptions options) {
    this.function = function;
    this.options = options;
  }

  /** Whether the gradients are right; false only if failures do not throw. */
  boolean run() {
    requireCheckable(function.inputs());
    try (var call = Scope.open()) {
      checkJacobians();
      new SeedChecks(function).run(options.checkUndefinedGrad());
      return true;
    } catch (GradcheckException e) {
      if (options.raiseException()) throw e;
      return false;
    }
  }

  private static void requireCheckable(List<Tensor> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      Tensor input = inputs.get(i);
      if (!input.requiresGrad()) continue;
      if (input.dtype() != DType.FLOAT64 && input.dtype() != DType.COMPLEX128) {
        System.getLogger(Autograd.class.getName()).log(Level.WARNING, "Input #" + i
            + " requires gradient and is not a double"
            + " precision floating point or complex. This check will likely fail if all the inputs are not of double precision"
            + " floating point or complex. ");
      }
      requireNoOverlap(input, i);
    }
    if (inputs.stream().noneMatch(Tensor::requiresGrad)) {
      throw new TorchException(
          "gradcheck expects at least one input tensor to require gradient, but none of the them have"
              + " requires_grad=True.");
    }
  }

  private static void requireNoOverlap(Tensor input, int i) {
    for (int d = 0; d < input.dim(); d++) {
      if (input.stride(d) > 0 || input.size(d) <= 1) continue;
      throw new ShapeException("The " + i
          + "th input has a dimension with stride 0. gradcheck only supports inputs that are"
          + " non-overlapping to be able to compute the numerical gradients correctly. You should call .contiguous on the"
          + " input before passing it to gradcheck.");
    }
  }

  /** Of complex outputs the two parts are checked one after the other. */
  private void checkJacobians() {
    List<Tensor> outputs = function.outputs();
    if (outputs.stream().noneMatch(Tensor::isComplex)) {
      checkJacobians(function, outputs, "");
      return;
    }
    checkJacobians(function.partOfComplex(Tensor::imag), outputs, "imaginary");
    checkJacobians(function.partOfComplex(Tensor::real), outputs, "real");
  }

  private void checkJacobians(CheckedFunction part, List<Tensor> whole, String name) {
    List<Tensor> outputs = part.outputs();
    List<Integer> differentiable = indices(outputs, Tensor::requiresGrad);
    if (differentiable.isEmpty()) {
      requireConstant(part, indices(outputs, o -> o.isFloatingPoint() || o.isComplex()));
      return;
    }
    List<Tensor> leaves = part.leaves().stream().filter(t -> t.numel() > 0).toList();
    var numerical = new NumericalJacobian(part, options.eps());
    List<List<Tensor>> numericals = leaves.stream().map(leaf -> numerical.by(leaf, differentiable)).toList();
    for (int i = 0; i < differentiable.size(); i++) {
      Tensor output = outputs.get(differentiable.get(i));
      if (output.numel() == 0) continue;
      String prefix = whole.get(differentiable.get(i)).isComplex()
          ? "While considering the " + name + " part of complex outputs only, " : "";
      List<Tensor> analyticals = AnalyticalJacobian.of(output, leaves, options);
      for (int j = 0; j < leaves.size(); j++) {
        requireClose(analyticals.get(j), numericals.get(j).get(i),
            prefix + "Jacobian mismatch for output " + i + " with respect to input " + j);
      }
    }
  }

  private static List<Integer> indices(List<Tensor> tensors, Predicate<Tensor> wanted) {
    return IntStream.range(0, tensors.size()).filter(i -> wanted.test(tensors.get(i))).boxed().toList();
  }

  private void requireConstant(CheckedFunction part, List<Integer> outputs) {
    var numerical = new NumericalJacobian(part, options.eps());
    for (Tensor leaf : part.leaves()) {
      if (leaf.numel() == 0) continue;
      for (Tensor jacobian : numerical.by(leaf, outputs)) {
        if (jacobian.ne(0).any().itemBool()) {
          throw new GradcheckException("Numerical gradient for function expected to be zero");
        }
      }
    }
  }

  private void requireClose(Tensor analytical, Tensor numerical, String what) {
    DType common = analytical.isComplex() ? DType.COMPLEX128 : DType.FLOAT64;
    if (analytical.to(common).allclose(numerical.to(common), options.rtol(), options.atol())) return;
    throw new GradcheckException(what + ",\nnumerical:" + numerical + "\nanalytical:" + analytical + "\n");
  }
}
