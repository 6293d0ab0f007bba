package dev.jtorch.nn;

import dev.jtorch.Tensor;

/**
 * A tensor that a module owns and an optimizer may change: it requires gradients, is always a leaf, and belongs to no scope.
 *
 * <p>Assigned to a field of a module, or given to {@code registerParameter}, it appears in {@code parameters()} and in the
 * state.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html">torch.nn.Parameter</a>
 */
public final class Parameter extends Tensor {
  /**
   * A parameter on the storage of {@code data}, which stays a tensor of its own.
   *
   * @throws dev.jtorch.TorchException if the elements are neither floating nor complex
   */
  public Parameter(Tensor data) {
    super(data.detach());
    requiresGrad_(true);
  }

  private Parameter(Tensor data, boolean requiresGrad) {
    super(data.detach());
    requiresGrad_(requiresGrad);
  }

  /** A parameter that no optimizer changes until {@code requiresGrad_(true)}; its elements may be of any type. */
  public static Parameter frozen(Tensor data) {
    return new Parameter(data, false);
  }

  @Override public String toString() { return "Parameter containing:\n" + super.toString(); }
}
