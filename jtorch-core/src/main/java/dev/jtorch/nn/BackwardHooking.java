package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.autograd.FunctionContext;
import dev.jtorch.autograd.MultiFunction;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.internal.GradHooks;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs backward hooks for one call of a module: puts a step that changes nothing behind the tensors of its input and one behind
 * those of its output, in which the gradients can be seen all together. Python's {@code BackwardHook}.
 */
final class BackwardHooking {

  private final Module module;
  private final List<FullBackwardPreHook> preHooks;
  private final List<FullBackwardHook> hooks;
  private int inputs;
  private Runnable inputCheck = () -> {};
  private boolean inputsHaveGradients;
  private @Nullable List<@Nullable Tensor> gradOutput;

  BackwardHooking(Module module, List<FullBackwardPreHook> preHooks, List<FullBackwardHook> hooks) {
    this.module = module;
    this.preHooks = preHooks;
    this.hooks = hooks;
  }

  /** The input of the call, seen from inside. */
  <I> I input(I input) {
    List<Tensor> tensors = tensors("input", input);
    inputs = tensors.size();
    inputsHaveGradients = haveGradients(tensors);
    if (inputsHaveGradients) inputCheck = unchanged(tensors);
    return inputsHaveGradients ? through(new BackwardHookFunction(this::gradInput, true), input, tensors) : input;
  }

  /** The output of the call, seen from outside. */
  <O> O output(O output) {
    inputCheck.run();
    inputCheck = () -> {}; // which lets go of the inputs
    List<Tensor> tensors = tensors("output", output);
    if (!haveGradients(tensors)) return output;
    return through(new BackwardHookFunction(this::gradOutput, false), output, tensors);
  }

  private static List<Tensor> tensors(String what, @Nullable Object value) {
    var tensors = new ArrayList<Tensor>();
    TensorTree.forEach(what, value, tensors::add);
    return tensors;
  }

  private static boolean haveGradients(List<Tensor> tensors) {
    return Torch.isGradEnabled() && tensors.stream().anyMatch(Tensor::requiresGrad);
  }

  /** Refuses changes in place of the inputs from here on: their history would pass the hooks by. */
  private static Runnable unchanged(List<Tensor> inputs) {
    List<Tensor> differentiable = inputs.stream().filter(Tensor::requiresGrad).toList();
    List<Long> versions = differentiable.stream().map(Tensor::version).toList();
    return () -> {
      for (int i = 0; i < versions.size(); i++) {
        if (differentiable.get(i).version() == versions.get(i)) continue;
        throw new TorchException("Output " + i
            + " of BackwardHookFunctionBackward is a view and is being modified inplace."
            + " This view was created inside a custom Function (or because an input was returned as-is) and the autograd"
            + " logic to handle view+inplace would override the custom backward associated with the custom Function,"
            + " leading to incorrect gradients. This behavior is forbidden. You can fix this by cloning the output of the"
            + " custom Function.");
      }
    };
  }

  @SuppressWarnings("unchecked") // the same structure, with other tensors
  private static <T> T through(BackwardHookFunction step, T value, List<Tensor> tensors) {
    Iterator<Tensor> stepped = step.apply(tensors.toArray(Tensor[]::new)).iterator();
    return (T) Objects.requireNonNull(TensorTree.map(value, tensor -> stepped.next()));
  }

  private @Nullable Tensor[] gradOutput(@Nullable Tensor[] grads) {
    List<@Nullable Tensor> current = listOf(grads);
    for (FullBackwardPreHook hook : preHooks) {
      current = replaced("Backward pre hook returned an invalid number of grad_output", current,
          hook.run(module, current));
    }
    if (inputsHaveGradients) gradOutput = mapped(current, BackwardHooking::forLater);
    else withoutGradInput(current);
    return current.toArray(Tensor[]::new);
  }

  private void withoutGradInput(List<@Nullable Tensor> gradOutputs) {
    System.getLogger(BackwardHooking.class.getName()).log(Level.WARNING,
        "Full backward hook is firing when gradients are computed with respect to module outputs since no inputs"
            + " require gradients.");
    for (FullBackwardHook hook : hooks) {
      List<? extends @Nullable Tensor> result = hook.run(module, Collections.nCopies(inputs, null), gradOutputs);
      if (result != null && result.stream().anyMatch(grad -> grad != null)) {
        throw new TorchException(
            "Backward hook for Modules where no input requires gradient should always return None or"
                + " None for all gradients.");
      }
    }
  }

  private @Nullable Tensor[] gradInput(@Nullable Tensor[] grads) {
    List<@Nullable Tensor> kept = gradOutput;
    if (kept == null) return grads; // they came round the output, through a tensor put aside
    gradOutput = null;
    List<@Nullable Tensor> outputs = mapped(kept, BackwardHooking::forNow);
    List<@Nullable Tensor> current = listOf(grads);
    for (FullBackwardHook hook : hooks) {
      current = replaced("Backward hook returned an invalid number of grad_input", current,
          hook.run(module, current, outputs));
    }
    return current.toArray(Tensor[]::new);
  }

  /** What one step of the backward pass has, for another one to see: the first one's scope ends with it. */
  private static Tensor forLater(Tensor grad) {
    return Bridge.tensor(Bridge.handle(grad).share()).keepForever();
  }

  private static Tensor forNow(Tensor kept) {
    try (kept) {
      return Bridge.tensor(Bridge.handle(kept).share());
    }
  }

  private static List<@Nullable Tensor> mapped(List<@Nullable Tensor> grads, UnaryOperator<Tensor> change) {
    @Nullable Tensor[] result = new @Nullable Tensor[grads.size()];
    for (int i = 0; i < result.length; i++) {
      Tensor grad = grads.get(i);
      if (grad != null) result[i] = change.apply(grad);
    }
    return listOf(result);
  }

  private static List<@Nullable Tensor> listOf(@Nullable Tensor[] grads) {
    List<@Nullable Tensor> list = new ArrayList<>();
    Collections.addAll(list, grads);
    return Collections.unmodifiableList(list);
  }

  private static List<@Nullable Tensor> replaced(String who, List<@Nullable Tensor> before,
      @Nullable List<? extends @Nullable Tensor> after) {
    if (after == null) return before;
    if (after.size() != before.size()) {
      throw new TorchException(who + ", got " + after.size() + ", but expected " + before.size());
    }
    for (int i = 0; i < after.size(); i++) {
      Tensor was = before.get(i);
      Tensor got = after.get(i);
      if (was != null && got != null) GradHooks.requireSameForm("hook", Bridge.handle(was), Bridge.handle(got));
    }
    return Collections.unmodifiableList(after);
  }

  /** What {@code backward} does with the gradients that pass. */
  private interface Watch {
    @Nullable Tensor[] see(@Nullable Tensor[] grads);
  }

  /** Tensors as they are. Its name shows in {@link Tensor#gradFn()}, as PyTorch's does. */
  private static final class BackwardHookFunction extends MultiFunction {
    private final Watch watch;
    private final boolean materialize;

    BackwardHookFunction(Watch watch, boolean materialize) {
      this.watch = watch;
      this.materialize = materialize;
    }

    @Override protected Tensor[] forward(FunctionContext ctx, @Nullable Tensor... inputs) {
      Tensor[] outputs = Arrays.stream(inputs).filter(Objects::nonNull).toArray(Tensor[]::new);
      ctx.setMaterializeGrads(materialize);
      ctx.markNonDifferentiable(Arrays.stream(outputs).filter(t -> !t.requiresGrad()).toArray(Tensor[]::new));
      return outputs;
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... grads) {
      return watch.see(grads);
    }
  }
}
