package dev.jtorch.autograd;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** All derivatives of a function at a point. */
abstract sealed class Derivatives extends VectorDerivatives permits GradientChecks {
  Derivatives() {}

  /** The Jacobian of a function of one tensor. */
  public static Tensor jacobian(UnaryOperator<Tensor> function, Tensor input) {
    return jacobian(function, input, o -> o);
  }

  /**
   * The Jacobian of a function of one tensor, with options.
   *
   * <p>Shape: the output's sizes, then the input's.
   */
  public static Tensor jacobian(UnaryOperator<Tensor> function, Tensor input, UnaryOperator<JacobianOptions> with) {
    return Jacobian.of(single(function), Group.of(input), configured(new JacobianOptions(), with)).get(0).get(0);
  }

  /** The Jacobian of a function of several tensors. */
  public static List<List<Tensor>> jacobian(TensorFunction<?> function, List<? extends Tensor> inputs) {
    return jacobian(function, inputs, o -> o);
  }

  /**
   * The Jacobian of a function of several tensors, with options.
   *
   * <p>Formula: {@code J[i][j] = ∂outputᵢ / ∂inputⱼ}, with the sizes of output {@code i}, then those of input {@code j}; zeros
   * where there is no dependence.
   *
   * <p>Differs from PyTorch: the result is a list of lists however many outputs and inputs there are; reverse mode only.
   *
   * @throws dev.jtorch.TorchException if an output is empty, or in strict mode if an output does not depend on an input
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.jacobian.html">jacobian</a>
   */
  public static List<List<Tensor>> jacobian(TensorFunction<?> function, List<? extends Tensor> inputs,
      UnaryOperator<JacobianOptions> with) {
    return Jacobian.of(function, Group.of(inputs), configured(new JacobianOptions(), with));
  }

  /** The Hessian of a scalar function of one tensor. */
  public static Tensor hessian(UnaryOperator<Tensor> function, Tensor input) {
    return hessian(function, input, o -> o);
  }

  /**
   * The Hessian of a scalar function of one tensor, with options.
   *
   * <p>Shape: the input's sizes twice.
   */
  public static Tensor hessian(UnaryOperator<Tensor> function, Tensor input, UnaryOperator<JacobianOptions> with) {
    return Jacobian.hessian(single(function), Group.of(input), configured(new JacobianOptions(), with)).get(0).get(0);
  }

  /** The Hessian of a scalar function of several tensors. */
  public static List<List<Tensor>> hessian(TensorFunction<Tensor> function, List<? extends Tensor> inputs) {
    return hessian(function, inputs, o -> o);
  }

  /**
   * The Hessian of a scalar function of several tensors, with options.
   *
   * <p>Formula: {@code H[i][j] = ∂²f / ∂inputᵢ ∂inputⱼ}, with the sizes of input {@code i}, then those of input {@code j}.
   *
   * <p>Differs from PyTorch: reverse mode only.
   *
   * @throws dev.jtorch.TorchException if the function returns more than one element, or in strict mode if its gradient does not
   *     depend on an input
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.hessian.html">hessian</a>
   */
  public static List<List<Tensor>> hessian(TensorFunction<Tensor> function, List<? extends Tensor> inputs,
      UnaryOperator<JacobianOptions> with) {
    return Jacobian.hessian(function, Group.of(inputs), configured(new JacobianOptions(), with));
  }
}
