package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What strict mode forbids: results that do not depend on the inputs. The messages are PyTorch's. */
final class Strict {
  private static final String NOT_ALLOWED = " This is not allowed in strict mode";

  private Strict() {}

  /** What tensors that must require gradients are to the function. */
  enum Role {
    OUTPUT {
      @Override String independent(int i) {
        return "Output " + i
            + " of the user-provided function does not require gradients. The outputs must be computed in a"
            + " differentiable manner from the input when running in strict mode.";
      }
    },
    GRADIENT {
      @Override String independent(int i) {
        return "The gradient with respect to input " + i
            + " is independent of the inputs of the user-provided function."
            + NOT_ALLOWED + ".";
      }
    },
    JACOBIAN {
      @Override String independent(int i) {
        return "While computing the hessian, found that the jacobian of the user-provided function with respect to input "
            + i
            + " is independent of the input." + NOT_ALLOWED + ". You should ensure that your function is twice"
            + " differentiable and that the jacobian depends on the inputs (this would be violated by a linear function for"
            + " example).";
      }
    };

    abstract String independent(int i);
  }

  /** Which backward pass gave gradients. */
  enum Pass {
    BACK("The output of the user-provided function is independent of input %d." + NOT_ALLOWED + ".", "jacobian"),
    BACK_TRICK(
        "The gradient with respect to the input is independent of entry %d in the grad_outputs when using the double"
            + " backward trick to compute forward mode gradients." + NOT_ALLOWED + ".",
        "jacobian"),
    DOUBLE_BACK("The jacobian of the user-provided function is independent of input %d." + NOT_ALLOWED + ".",
        "hessian"),
    DOUBLE_BACK_TRICK("The hessian of the user-provided function is independent of entry %d in the grad_jacobian."
        + NOT_ALLOWED + " as it prevents from using the double backward trick to replace forward mode AD.", "hessian");

    private final String independent;
    private final String derivative;

    Pass(String independent, String derivative) {
      this.independent = independent;
      this.derivative = derivative;
    }
  }

  static void requireGraph(List<? extends @Nullable Tensor> tensors, Role role) {
    for (int i = 0; i < tensors.size(); i++) {
      Tensor tensor = tensors.get(i);
      if (tensor == null) throw new TorchException(Pass.BACK.independent.formatted(i));
      if (!tensor.requiresGrad()) throw new TorchException(role.independent(i));
    }
  }

  static void requireDifferentiable(Tensor derivative, int i, String name) {
    if (derivative.requiresGrad()) return;
    throw new TorchException("The " + name + " of the user-provided function is independent of input " + i + "."
        + NOT_ALLOWED + " when create_graph=True.");
  }

  /** Puts zeros of the shape of {@code like} where there is no gradient, which strict mode forbids. */
  static List<Tensor> filled(List<@Nullable Tensor> grads, List<Tensor> like, Pass pass, boolean strict,
      boolean createGraph) {
    List<Tensor> filled = new ArrayList<>();
    for (int i = 0; i < grads.size(); i++) {
      Tensor grad = grads.get(i);
      if (grad == null && strict) throw new TorchException(pass.independent.formatted(i));
      if (grad != null && strict && createGraph) requireDifferentiable(grad, i, pass.derivative);
      filled.add(grad == null ? Torch.zerosLike(like.get(i)) : grad);
    }
    return filled;
  }
}
