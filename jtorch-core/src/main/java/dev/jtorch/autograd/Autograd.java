package dev.jtorch.autograd;

import static dev.jtorch.bridge.Bridge.handles;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.BackwardOptions;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.AnomalyDetection;
import dev.jtorch.internal.NativeAutograd;
import dev.jtorch.internal.NativeTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Backward passes over several tensors, gradients that are accumulated nowhere, derivatives of functions, and checks of
 * gradients.
 *
 * <p>The derivatives and the checks stand in the classes that this one extends.
 *
 * <p>Differs from PyTorch: there is no forward mode, and no graph edge in place of a tensor.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/autograd.html">torch.autograd</a>
 */
public final class Autograd extends GradientChecks {
  private Autograd() {}

  /** Accumulates the gradients of the sum of scalars into the leaves they depend on. */
  public static void backward(List<? extends Tensor> tensors) {
    backward(tensors, null, o -> o);
  }

  /** Accumulates the gradients of the sum of scalars, with options. */
  public static void backward(List<? extends Tensor> tensors, UnaryOperator<BackwardOptions> with) {
    backward(tensors, null, with);
  }

  /** Accumulates gradients of tensors that need not be scalars. */
  public static void backward(List<? extends Tensor> tensors,
      @Nullable List<? extends @Nullable Tensor> gradTensors) {
    backward(tensors, gradTensors, o -> o);
  }

  /**
   * Accumulates gradients into the leaves that the tensors depend on.
   *
   * <p>Formula: {@code leaf.grad += Σᵢ Jᵢᵀ gᵢ}, with {@code Jᵢ} the Jacobian of tensor {@code i} by the leaf and {@code gᵢ} its
   * entry in {@code gradTensors}.
   *
   * <p>Differs from PyTorch: the deprecated {@code grad_variables} does not exist.
   *
   * @param gradTensors the gradient of the result by each tensor; null, and any null in it, means one, for scalars
   * @throws TorchException if there is not one gradient for each tensor, if one does not fit its tensor, if a tensor needs one
   *     and has none, if a tensor is not part of a graph, or if the graph is gone or a tensor it needs was changed in place
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.backward.html">torch.autograd.backward</a>
   */
  public static void backward(List<? extends Tensor> tensors, @Nullable List<? extends @Nullable Tensor> gradTensors,
      UnaryOperator<BackwardOptions> with) {
    BackwardOptions o = configured(new BackwardOptions(), with);
    List<Tensor> inputs = o.inputs();
    @Nullable NativeTensor[] seeds = Seeds.of(tensors, gradTensors);
    if (tensors.isEmpty()) return;
    NativeAutograd.backward(handles(tensors), seeds, o.retainGraph(), o.createGraph(),
        inputs == null ? new NativeTensor[0] : handles(inputs));
  }

  /** The gradients of a scalar by the inputs. */
  public static List<@Nullable Tensor> grad(Tensor output, List<? extends Tensor> inputs) {
    return grad(output, inputs, o -> o);
  }

  /** The gradients of one output by the inputs, with options. */
  public static List<@Nullable Tensor> grad(Tensor output, List<? extends Tensor> inputs,
      UnaryOperator<GradOptions> with) {
    return grad(List.of(output), inputs, with);
  }

  /**
   * The sums of the gradients of all outputs, by each input.
   *
   * <p>Formula: {@code Σᵢ Jᵢⱼᵀ gᵢ} for input {@code j}, with {@code Jᵢⱼ} the Jacobian of output {@code i} by it and {@code gᵢ}
   * its entry in {@code gradOutputs}.
   *
   * <p>Differs from PyTorch: batched gradients take one pass each instead of one for all.
   *
   * @return one gradient for each input; null only where {@code allowUnused} permits it
   * @throws TorchException if there is not one output gradient for each output, if one does not fit its output, if an input is
   *     not part of the graph and that is not allowed, or if the graph is gone or a tensor it needs was changed in place
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad.html">torch.autograd.grad</a>
   */
  public static List<@Nullable Tensor> grad(List<? extends Tensor> outputs, List<? extends Tensor> inputs,
      UnaryOperator<GradOptions> with) {
    GradOptions o = configured(new GradOptions(), with);
    if (o.materializeGrads() && Boolean.FALSE.equals(o.allowUnused())) {
      throw new TorchException("Expected allow_unused to be True or not passed when materialize_grads=True, but got:"
          + " allow_unused=False.");
    }
    if (inputs.isEmpty()) throw new TorchException("grad requires non-empty inputs.");
    boolean allowUnused = o.allowUnused() == null ? o.materializeGrads() : o.allowUnused();
    try (var call = Scope.open()) {
      List<@Nullable Tensor> grads = o.isGradsBatched() ? new BatchedPass(outputs, inputs, o, allowUnused).run()
          : pass(outputs, inputs, o, allowUnused);
      return handOut(o.materializeGrads() ? materialized(grads, inputs, o.createGraph()) : grads);
    }
  }

  static List<@Nullable Tensor> pass(List<? extends Tensor> outputs, List<? extends Tensor> inputs, GradOptions o,
      boolean allowUnused) {
    @Nullable NativeTensor[] seeds = Seeds.of(outputs, o.gradOutputs());
    if (!inputs.stream().allMatch(Tensor::requiresGrad)) {
      throw new TorchException("One of the differentiated Tensors does not require grad");
    }
    List<@Nullable Tensor> result = new ArrayList<>();
    for (NativeTensor grad : NativeAutograd.grad(handles(outputs), handles(inputs), seeds, o.retainGraph(),
        o.createGraph())) {
      if (grad == null && !allowUnused) {
        throw new TorchException("One of the differentiated Tensors appears to not have been used in the graph. Set"
            + " allow_unused=True if this is the desired behavior.");
      }
      result.add(grad == null ? null : tensor(grad));
    }
    return result;
  }

  private static List<@Nullable Tensor> materialized(List<@Nullable Tensor> grads, List<? extends Tensor> inputs,
      boolean createGraph) {
    List<@Nullable Tensor> all = new ArrayList<>(grads);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == null) all.set(i, Torch.zerosLike(inputs.get(i)).requiresGrad_(createGraph));
    }
    return all;
  }

  /**
   * Looks for the operator whose backward step fails or gives NaN, until the guard is closed.
   *
   * @see AnomalyMode
   */
  public static AnomalyMode detectAnomaly() {
    return new AnomalyMode(true, true);
  }

  /** Looks for failing operators, and with {@code checkNan} for those that give NaN, until the guard is closed. */
  public static AnomalyMode detectAnomaly(boolean checkNan) {
    return new AnomalyMode(true, checkNan);
  }

  /** Looks for failing operators or not; closing the guard, which need not be done, goes back. */
  public static AnomalyMode setDetectAnomaly(boolean on) {
    return new AnomalyMode(on, true);
  }

  /** {@return whether failing operators are looked for} */
  public static boolean isAnomalyEnabled() {
    return AnomalyDetection.enabled();
  }

  /**
   * Hands tensors that this package computed from the innermost scope to the caller's; those that a user's function brought along
   * stay where they are.
   */
  static <L extends List<? extends @Nullable Tensor>> L handOut(L tensors) {
    for (Tensor tensor : tensors) {
      if (tensor != null && Bridge.handle(tensor).inInnermostScope()) tensor.keep();
    }
    return tensors;
  }
}
