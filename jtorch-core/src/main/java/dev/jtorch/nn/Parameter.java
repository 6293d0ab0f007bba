package dev.jtorch.nn;

import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that a module owns and an optimizer may change: it requires gradients, is always a leaf, and belongs to no scope.
 *
 * <p>Assigned to a field of a module, or given to {@code registerParameter}, it appears in {@code parameters()} and in the
 * state.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html">torch.nn.Parameter</a>
 */
public final class Parameter extends Tensor {
  private @Nullable Tensor detached;

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

  static Parameter of(Tensor data, boolean requiresGrad) {
    return new Parameter(data, requiresGrad);
  }

  /**
   * This parameter outside the graph, for a state dict. States are taken often, so the view is made once and made anew only where
   * the parameter has got other elements, or where somebody has changed or freed the view.
   */
  Tensor detachedView() {
    Tensor view = detached;
    if (view == null || view.isReleased() || view.requiresGrad() || view.dataPtr() != dataPtr() || !sameForm(view)) {
      view = detach().keepForever();
      detached = view;
    }
    return view;
  }

  private boolean sameForm(Tensor view) {
    int dims = dim();
    if (view.dim() != dims) return false;
    for (int i = 0; i < dims; i++) if (view.size(i) != size(i) || view.stride(i) != stride(i)) return false;
    return true;
  }

  @Override public String toString() { return "Parameter containing:\n" + super.toString(); }
}
