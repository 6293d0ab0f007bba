package dev.jtorch.autograd;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Checks of gradients by finite differences. */
abstract sealed class GradientChecks extends Derivatives permits Autograd {
  GradientChecks() {}

  /**
   * Checks a function's gradients: {@code Autograd.gradcheck(in -> in[0].mul(in[1]), x, y)}.
   *
   * @throws GradcheckException if they are wrong
   */
  public static boolean gradcheck(TensorFunction<?> function, Tensor... inputs) {
    return gradcheck(function, List.of(inputs), o -> o);
  }

  /**
   * Checks the gradients that backward passes give for the inputs that require them, which should be of double precision.
   *
   * <p>Formula: {@code |analytical - numerical| <= atol + rtol · |numerical|} for each element of each Jacobian, with {@code
   * numerical = (f(x + ε) - f(x - ε)) / 2ε}. Besides, two backward passes must give the same, and zero or absent output
   * gradients must give zeros. Of complex outputs the imaginary and the real part are checked; by complex inputs the derivative
   * is the conjugate Wirtinger one.
   *
   * <p>Differs from PyTorch: no check of forward mode, of batched gradients or of sparse tensors, and no fast mode; a dtype
   * without double precision is a warning in the log.
   *
   * @return true, or false where the gradients are wrong and {@code raiseException} is false
   * @throws GradcheckException if the gradients are wrong
   * @throws dev.jtorch.TorchException if no input requires gradients, if one overlaps itself in memory, or if shape or dtype of
   *     an output changes when an input is moved
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradcheck.html">gradcheck</a>
   */
  public static boolean gradcheck(TensorFunction<?> function, List<? extends Tensor> inputs,
      UnaryOperator<GradcheckOptions> with) {
    return new Gradcheck(new CheckedFunction(function, inputs), configured(new GradcheckOptions(), with)).run();
  }

  /**
   * Checks the gradients of a function's gradients.
   *
   * @throws GradcheckException if they are wrong
   */
  public static boolean gradgradcheck(TensorFunction<?> function, Tensor... inputs) {
    return gradgradcheck(function, List.of(inputs), o -> o);
  }

  /**
   * Checks the gradients of a function's gradients, by its inputs and by its output gradients: {@link #gradcheck} of the
   * backward pass.
   *
   * <p>Differs from PyTorch: as {@code gradcheck} does.
   *
   * @return true, or false where the gradients are wrong and {@code raiseException} is false
   * @throws GradcheckException if the gradients are wrong
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradgradcheck.html">gradgradcheck</a>
   */
  public static boolean gradgradcheck(TensorFunction<?> function, List<? extends Tensor> inputs,
      UnaryOperator<GradgradcheckOptions> with) {
    return Gradgradcheck.of(new CheckedFunction(function, inputs), configured(new GradgradcheckOptions(), with))
        .run();
  }
}
