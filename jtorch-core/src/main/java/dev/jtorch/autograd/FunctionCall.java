package dev.jtorch.autograd;

import dev.jtorch.GradModeGuard;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.CallbackNode;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.NativeScope;
import dev.jtorch.internal.NativeTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a {@link CustomFunction}: runs its forward and, where a gradient is wanted, ties the outputs to the inputs. */
final class FunctionCall {
  private final CustomFunction function;
  private final @Nullable Tensor[] inputs;
  private final boolean[] needsGrad;
  private final FunctionContext ctx;

  FunctionCall(CustomFunction function, @Nullable Tensor[] inputs) {
    this.function = function;
    this.inputs = inputs;
    needsGrad = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      Tensor input = inputs[i];
      needsGrad[i] = input != null && input.requiresGrad();
    }
    ctx = new FunctionContext(needsGrad);
  }

  List<Tensor> run() {
    NativeScope scope = NativeScope.openReusable(function);
    try {
      NativeTensor[] differentiable = differentiable();
      List<Tensor> outputs = differentiable.length == 0 || !Torch.isGradEnabled() ? unrecorded()
          : recorded(CallbackNode.behind(differentiable));
      outputs.forEach(output -> scope.promote(Bridge.handle(output)));
      return outputs;
    } finally {
      scope.close();
    }
  }

  private NativeTensor[] differentiable() {
    var handles = new ArrayList<NativeTensor>();
    for (int i = 0; i < inputs.length; i++) {
      Tensor input = inputs[i];
      if (input != null && needsGrad[i]) handles.add(Bridge.handle(input));
    }
    return handles.toArray(NativeTensor[]::new);
  }

  private List<Tensor> unrecorded() {
    Tensor[] raw = forward();
    var outputs = new ArrayList<Tensor>();
    for (Tensor output : raw) outputs.add(isInput(output) && !ctx.isDirty(output) ? output.detach() : output);
    return outputs;
  }

  private Tensor[] forward() {
    try (GradModeGuard quiet = Torch.noGrad()) {
      Tensor[] raw = function.outputs(ctx, inputs);
      requireTensors(raw);
      ctx.requireDirtyReturned(raw);
      return raw;
    }
  }

  private void requireTensors(@Nullable Tensor @Nullable [] raw) {
    String name = ClassNames.of(function.getClass());
    if (raw == null) throw new TorchException(name + ": forward returned null (expected: an array of tensors)");
    int hole = Arrays.asList(raw).indexOf(null);
    if (hole < 0) return;
    throw new TorchException(name + ": output " + hole + " of forward is null (expected: a tensor)");
  }

  private List<Tensor> recorded(CallbackNode node) {
    try {
      Tensor[] raw = forward();
      var backward = new FunctionBackward(function, ctx, inputs, raw);
      ctx.pack(raw, backward::nodeOutput, function.nodeName());
      var outputs = new ArrayList<Tensor>();
      for (Tensor output : raw)
        outputs.add(backward.isDifferentiable(outputs.size()) ? tied(node, output, outputs) : apart(output));
      node.complete(function.nodeName(), function, backward);
      return outputs;
    } catch (RuntimeException | Error e) {
      node.abandon();
      throw e;
    }
  }

  /** An output without a gradient. An input that comes out unchanged becomes a tensor of its own on the same storage. */
  private Tensor apart(Tensor output) {
    return output.requiresGrad() && !ctx.isDirty(output) ? output.detach() : output;
  }

  private Tensor tied(CallbackNode node, Tensor output, List<Tensor> before) {
    if (ctx.isDirty(output)) return rebased(node, output);
    boolean taken = isInput(output) || output.isView() || output.requiresGrad()
        || FunctionContext.indexOf(before.toArray(Tensor[]::new), output) >= 0;
    Tensor fresh = taken ? output.detach() : output;
    node.output(Bridge.handle(fresh));
    return fresh;
  }

  /** An input that was changed in place takes its new history; a view does so together with what it is a view of. */
  private static Tensor rebased(CallbackNode node, Tensor changed) {
    if (changed.isLeaf() && changed.requiresGrad()) {
      throw new TorchException("a leaf Variable that requires grad has been used in an in-place operation.");
    }
    if (!changed.isView()) {
      node.output(Bridge.handle(changed));
      return changed;
    }
    Tensor values = changed.detach().clone();
    node.output(Bridge.handle(values));
    return changed.copy_(values);
  }

  private boolean isInput(Tensor tensor) { return FunctionContext.indexOf(inputs, tensor) >= 0; }
}
