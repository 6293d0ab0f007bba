package dev.jtorch.autograd;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** DerivativeProduct of a function's derivatives and a vector. */
abstract sealed class VectorDerivatives permits Derivatives {
  VectorDerivatives() {}

  static TensorFunction<Tensor> single(UnaryOperator<Tensor> function) {
    return in -> function.apply(in[0]);
  }

  /** The gradient of a function of one tensor that returns one element. */
  public static VectorProduct vjp(UnaryOperator<Tensor> function, Tensor input) {
    return vjp(function, input, o -> o);
  }

  /** The product of a vector and the Jacobian for a function of one tensor; {@code v} has the output's sizes. */
  public static VectorProduct vjp(UnaryOperator<Tensor> function, Tensor input, Tensor v) {
    return vjp(function, input, o -> o.v(v));
  }

  /** The product of a vector and the Jacobian for a function of one tensor, with options. */
  public static VectorProduct vjp(UnaryOperator<Tensor> function, Tensor input, UnaryOperator<ProductOptions> with) {
    return DerivativeProduct
        .of(DerivativeProduct.Kind.VJP, single(function), Group.of(input), configured(new ProductOptions(), with))
        .single();
  }

  /** The product of a vector and the Jacobian for a function of several tensors. */
  public static VectorProducts vjp(TensorFunction<?> function, List<? extends Tensor> inputs,
      List<? extends Tensor> v) {
    return vjp(function, inputs, o -> o.v(v));
  }

  /**
   * The product of a vector and the Jacobian for a function of several tensors, with options.
   *
   * <p>Formula: {@code productⱼ = Σᵢ vᵢᵀ ∂outputᵢ / ∂inputⱼ}; zeros where there is no dependence.
   *
   * <p>Differs from PyTorch: nothing.
   *
   * @throws dev.jtorch.TorchException if {@code v} does not fit the outputs, or
   *     in strict mode if an output does not depend on an input
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.vjp.html">vjp</a>
   */
  public static VectorProducts vjp(TensorFunction<?> function, List<? extends Tensor> inputs,
      UnaryOperator<ProductOptions> with) {
    return DerivativeProduct.of(DerivativeProduct.Kind.VJP, function, Group.of(inputs),
        configured(new ProductOptions(), with));
  }

  /** The derivative of a function of one element. */
  public static VectorProduct jvp(UnaryOperator<Tensor> function, Tensor input) {
    return jvp(function, input, o -> o);
  }

  /** The product of the Jacobian and a vector for a function of one tensor; {@code v} has the input's sizes. */
  public static VectorProduct jvp(UnaryOperator<Tensor> function, Tensor input, Tensor v) {
    return jvp(function, input, o -> o.v(v));
  }

  /** The product of the Jacobian and a vector for a function of one tensor, with options. */
  public static VectorProduct jvp(UnaryOperator<Tensor> function, Tensor input, UnaryOperator<ProductOptions> with) {
    return DerivativeProduct
        .of(DerivativeProduct.Kind.JVP, single(function), Group.of(input), configured(new ProductOptions(), with))
        .single();
  }

  /** The product of the Jacobian and a vector for a function of several tensors. */
  public static VectorProducts jvp(TensorFunction<?> function, List<? extends Tensor> inputs,
      List<? extends Tensor> v) {
    return jvp(function, inputs, o -> o.v(v));
  }

  /**
   * The product of the Jacobian and a vector for a function of several tensors, with options.
   *
   * <p>Formula: {@code productᵢ = Σⱼ ∂outputᵢ / ∂inputⱼ vⱼ}, by a backward pass through a backward pass, so the function must be twice
   * differentiable.
   *
   * <p>Differs from PyTorch: nothing.
   *
   * @throws dev.jtorch.TorchException if {@code v} does not fit the inputs, or
   *     in strict mode if an output does not depend on an input
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.jvp.html">jvp</a>
   */
  public static VectorProducts jvp(TensorFunction<?> function, List<? extends Tensor> inputs,
      UnaryOperator<ProductOptions> with) {
    return DerivativeProduct.of(DerivativeProduct.Kind.JVP, function, Group.of(inputs),
        configured(new ProductOptions(), with));
  }

  /** The second derivative of a function of one element. */
  public static VectorProduct vhp(UnaryOperator<Tensor> function, Tensor input) {
    return vhp(function, input, o -> o);
  }

  /** The product of a vector and the Hessian for a scalar function of one tensor; {@code v} has the input's sizes. */
  public static VectorProduct vhp(UnaryOperator<Tensor> function, Tensor input, Tensor v) {
    return vhp(function, input, o -> o.v(v));
  }

  /** The product of a vector and the Hessian for a scalar function of one tensor, with options. */
  public static VectorProduct vhp(UnaryOperator<Tensor> function, Tensor input, UnaryOperator<ProductOptions> with) {
    return DerivativeProduct
        .of(DerivativeProduct.Kind.VHP, single(function), Group.of(input), configured(new ProductOptions(), with))
        .single();
  }

  /** The product of a vector and the Hessian for a scalar function of several tensors. */
  public static VectorProducts vhp(TensorFunction<Tensor> function, List<? extends Tensor> inputs,
      List<? extends Tensor> v) {
    return vhp(function, inputs, o -> o.v(v));
  }

  /**
   * The product of a vector and the Hessian for a scalar function of several tensors, with options.
   *
   * <p>Formula: {@code productⱼ = Σᵢ vᵢᵀ ∂²f / ∂inputᵢ ∂inputⱼ}
   *
   * <p>Differs from PyTorch: nothing.
   *
   * @throws dev.jtorch.TorchException if {@code v} does not fit the inputs, if the function returns more than one element, or
   *     in strict mode if an output does not depend on an input
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.vhp.html">vhp</a>
   */
  public static VectorProducts vhp(TensorFunction<Tensor> function, List<? extends Tensor> inputs,
      UnaryOperator<ProductOptions> with) {
    return DerivativeProduct.of(DerivativeProduct.Kind.VHP, function, Group.of(inputs),
        configured(new ProductOptions(), with));
  }

  /** The second derivative of a function of one element. */
  public static VectorProduct hvp(UnaryOperator<Tensor> function, Tensor input) {
    return hvp(function, input, o -> o);
  }

  /** The product of the Hessian and a vector for a scalar function of one tensor; {@code v} has the input's sizes. */
  public static VectorProduct hvp(UnaryOperator<Tensor> function, Tensor input, Tensor v) {
    return hvp(function, input, o -> o.v(v));
  }

  /** The product of the Hessian and a vector for a scalar function of one tensor, with options. */
  public static VectorProduct hvp(UnaryOperator<Tensor> function, Tensor input, UnaryOperator<ProductOptions> with) {
    return DerivativeProduct
        .of(DerivativeProduct.Kind.HVP, single(function), Group.of(input), configured(new ProductOptions(), with))
        .single();
  }

  /** The product of the Hessian and a vector for a scalar function of several tensors. */
  public static VectorProducts hvp(TensorFunction<Tensor> function, List<? extends Tensor> inputs,
      List<? extends Tensor> v) {
    return hvp(function, inputs, o -> o.v(v));
  }

  /**
   * The product of the Hessian and a vector for a scalar function of several tensors, with options.
   *
   * <p>Formula: {@code productᵢ = Σⱼ ∂²f / ∂inputᵢ ∂inputⱼ vⱼ}, by a further backward pass: where the Hessian is symmetric, {@link #vhp}
   * gives the same faster.
   *
   * <p>Differs from PyTorch: nothing.
   *
   * @throws dev.jtorch.TorchException if {@code v} does not fit the inputs, if the function returns more than one element, or
   *     in strict mode if an output does not depend on an input
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.hvp.html">hvp</a>
   */
  public static VectorProducts hvp(TensorFunction<Tensor> function, List<? extends Tensor> inputs,
      UnaryOperator<ProductOptions> with) {
    return DerivativeProduct.of(DerivativeProduct.Kind.HVP, function, Group.of(inputs),
        configured(new ProductOptions(), with));
  }
}
