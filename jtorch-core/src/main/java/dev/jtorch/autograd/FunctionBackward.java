package dev.jtorch.autograd;

import dev.jtorch.DTypeException;
import dev.jtorch.GradModeGuard;
import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.bridge.TensorForm;
import dev.jtorch.internal.CallbackNode;
import dev.jtorch.internal.NativeTensor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The backward step of a {@link CustomFunction}: gives it whole gradients, and checks those that it returns. */
final class FunctionBackward implements CallbackNode.Backward {
  private static final ClassValue<Boolean> ONCE = new ClassValue<>() {
    @Override protected Boolean computeValue(Class<?> type) { return isMarked(type); }
  };

  private final CustomFunction function;
  private final FunctionContext ctx;
  private final List<@Nullable TensorForm> inputs;
  private final List<TensorForm> outputs = new ArrayList<>();
  private final boolean[] differentiable;

  FunctionBackward(CustomFunction function, FunctionContext ctx, @Nullable Tensor[] inputs, Tensor[] outputs) {
    this.function = function;
    this.ctx = ctx;
    this.inputs = new ArrayList<>();
    for (Tensor input : inputs) this.inputs.add(input == null ? null : TensorForm.of(input));
    differentiable = new boolean[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      this.outputs.add(TensorForm.of(outputs[i]));
      differentiable[i] =
          (outputs[i].isFloatingPoint() || outputs[i].isComplex()) && !ctx.isNonDifferentiable(outputs[i]);
    }
  }

  boolean isDifferentiable(int output) { return differentiable[output]; }

  /** Which of the node's outputs one of the function's is; -1 for one without a gradient. */
  int nodeOutput(int output) {
    if (!differentiable[output]) return -1;
    int before = 0;
    for (int i = 0; i < output; i++) if (differentiable[i]) before++;
    return before;
  }

  @Override public @Nullable NativeTensor[] run(CallbackNode.Graph graph, @Nullable NativeTensor[] grads) {
    @Nullable Tensor[] gradOutputs = gradOutputs(grads);
    ctx.enters(graph);
    try {
      return checked(isOnceDifferentiable() ? once(gradOutputs) : function.backward(ctx, gradOutputs));
    } finally {
      ctx.leaves();
    }
  }

  @Override public void release() { ctx.release(); }

  private @Nullable Tensor[] gradOutputs(@Nullable NativeTensor[] grads) {
    @Nullable Tensor[] all = new @Nullable Tensor[outputs.size()];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      NativeTensor grad = differentiable[i] ? grads[next++] : null;
      if (grad != null) all[i] = Bridge.tensor(grad);
      else if (ctx.materializesGrads()) all[i] = outputs.get(i).zeros();
    }
    return all;
  }

  private boolean isOnceDifferentiable() { return ONCE.get(function.getClass()); }

  private static boolean isMarked(Class<?> type) {
    for (Class<?> c = type; c != null && c != CustomFunction.class; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (method.getName().equals("backward") && method.isAnnotationPresent(OnceDifferentiable.class)) return true;
      }
    }
    return false;
  }

  private @Nullable Tensor[] once(@Nullable Tensor[] gradOutputs) {
    @Nullable Tensor[] results;
    try (GradModeGuard quiet = Torch.noGrad()) {
      results = function.backward(ctx, gradOutputs);
    }
    return Torch.isGradEnabled() ? new DelayedError("trying to differentiate twice a function that was marked with"
        + " @once_differentiable").tie(gradOutputs, results) : results;
  }

  /** The gradients by the inputs that want one. */
  private @Nullable NativeTensor[] checked(@Nullable Tensor @Nullable [] returned) {
    @Nullable Tensor[] grads = returned == null ? new @Nullable Tensor[1] : returned;
    requireCount(grads);
    List<@Nullable NativeTensor> wanted = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      TensorForm form = inputs.get(i);
      if (form == null || !ctx.needsInputGrad(i)) continue;
      Tensor grad = grads[i];
      wanted.add(grad == null ? null : Bridge.handle(fitted(grad, form, i)));
    }
    return wanted.toArray(NativeTensor[]::new);
  }

  private void requireCount(@Nullable Tensor[] grads) {
    boolean enough = grads.length >= inputs.size();
    for (int i = inputs.size(); i < grads.length; i++) enough &= grads[i] == null;
    if (enough) return;
    throw new TorchException("function " + function.nodeName() + " returned an incorrect number of gradients (expected "
        + inputs.size() + ", got " + grads.length + ")");
  }

  /** A gradient in the input's form, as LibTorch's engine brings it there: summed over dimensions that were expanded, and cast. */
  private Tensor fitted(Tensor grad, TensorForm form, int index) {
    Tensor fitted = grad;
    if (!grad.shape().equals(form.shape())) {
      if (!expandsTo(form.shape(), grad.shape())) {
        throw new ShapeException(
            invalid(index) + "got " + List.copyOf(grad.shape()) + " but expected shape compatible with "
                + List.copyOf(form.shape()));
      }
      fitted = fitted.sumToSize(form.shape().toLongArray());
    }
    if (!fitted.dtype().equals(form.dtype())) {
      if (fitted.isComplex() && !form.dtype().isComplex()) {
        throw new DTypeException(invalid(index) + "expected a real dtype but got " + fitted.dtype());
      }
      fitted = fitted.to(form.dtype());
    }
    if (!fitted.device().equals(form.device())) {
      throw new TorchException(invalid(index) + "expected device " + form.device() + " but got " + fitted.device());
    }
    return fitted;
  }

  private String invalid(int index) {
    return "Function " + function.nodeName() + " returned an invalid gradient at index " + index + " - ";
  }

  private static boolean expandsTo(Size shape, Size target) {
    if (shape.size() > target.size()) return false;
    for (int i = 1; i <= shape.size(); i++) {
      long size = shape.get(shape.size() - i);
      if (size != 1 && size != target.get(target.size() - i)) return false;
    }
    return true;
  }

  /** Lets tensors be used but not differentiated: a backward pass that comes to them throws. */
  static final class DelayedError {
    private final String message;

    DelayedError(String message) {
      this.message = message;
    }

    /** The results, behind a node that throws where one of the sources requires a gradient. */
    @Nullable Tensor[] tie(@Nullable Tensor[] sources, @Nullable Tensor[] results) {
      var behind = new ArrayList<NativeTensor>();
      for (Tensor source : sources) if (source != null && source.requiresGrad()) behind.add(Bridge.handle(source));
      if (behind.isEmpty()) return results;
      CallbackNode node = CallbackNode.behind(behind.toArray(NativeTensor[]::new));
      @Nullable Tensor[] tied = new @Nullable Tensor[results.length];
      for (int i = 0; i < results.length; i++) {
        Tensor result = results[i];
        if (result == null) continue;
        Tensor fresh = result.detach();
        node.output(Bridge.handle(fresh));
        tied[i] = fresh;
      }
      node.complete("DelayedError", this, (graph, grads) -> {
        throw new TorchException(message);
      });
      return tied;
    }
  }
}
