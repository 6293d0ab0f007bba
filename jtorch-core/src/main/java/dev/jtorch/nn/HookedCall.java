package dev.jtorch.nn;

import dev.jtorch.bridge.TensorTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a module that has hooks: pre-hooks, backward hooks around the input, {@code forward}, hooks, backward hooks around
 * the output. Those of all modules run before the module's own.
 */
final class HookedCall<I, O> {
  private final Model<I, O> module;
  private final ModelHooks<I, O> all;
  private final ModelHooks<I, O> own;
  private final List<HookList.Entry<ForwardHook<I, O>>> ran = new ArrayList<>();
  private I input;
  private @Nullable O output;

  HookedCall(Model<I, O> module, ModelHooks<I, O> all, ModelHooks<I, O> own, I input) {
    this.module = module;
    this.all = all;
    this.own = own;
    this.input = input;
  }

  O run() {
    try {
      all.forwardPre.entries().forEach(this::before);
      own.forwardPre.entries().forEach(this::before);
      BackwardHooking backward = ModelHooks.backward(module, all, own);
      if (backward != null) input = backward.input(input);
      O result = module.forward(input);
      output = result;
      for (var entry : all.forward.entries()) result = after(entry, result);
      for (var entry : own.forward.entries()) result = after(entry, result);
      return backward == null ? result : backward.output(result);
    } catch (RuntimeException | Error e) {
      runAlways(all.forward, e);
      runAlways(own.forward, e);
      throw e;
    }
  }

  private void before(HookList.Entry<ForwardPreHook<I>> entry) {
    I replaced = entry.hook().run(module, input);
    if (replaced == null) return;
    TensorTree.requireTransparent("what a forward pre-hook returned", replaced);
    input = replaced;
  }

  private O after(HookList.Entry<ForwardHook<I, O>> entry, O result) {
    ran.add(entry);
    O replaced = entry.hook().run(module, input, result);
    if (replaced == null) return result;
    TensorTree.requireTransparent("what a forward hook returned", replaced);
    output = replaced;
    return replaced;
  }

  /** Hooks that want to be called in any case see what there is; what they throw themselves does not hide the first error. */
  private void runAlways(HookList<ForwardHook<I, O>> hooks, Throwable first) {
    for (var entry : hooks.entries()) {
      if (!entry.always() || ran.contains(entry)) continue;
      try {
        entry.hook().run(module, input, output);
      } catch (RuntimeException e) {
        first.addSuppressed(e);
      }
    }
  }
}
