package dev.jtorch.nn;

import dev.jtorch.RemovableHandle;
import dev.jtorch.bridge.TensorTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hooks of one module or of all; a module without hooks has none of these. */
final class ModelHooks<I, O> {
  final HookList<ForwardPreHook<I>> forwardPre = new HookList<>();
  final HookList<ForwardHook<I, O>> forward = new HookList<>();
  final HookList<FullBackwardPreHook> backwardPre = new HookList<>();
  final HookList<FullBackwardHook> backward = new HookList<>();

  boolean isEmpty() {
    return forwardPre.isEmpty() && forward.isEmpty() && backwardPre.isEmpty() && backward.isEmpty();
  }

  /** Backward hooks around this call of a module, all modules' before its own; null where there are none. */
  static @Nullable BackwardHooking backward(Module module, ModelHooks<?, ?> all, ModelHooks<?, ?> own) {
    List<FullBackwardPreHook> preHooks = HookList.joined(all.backwardPre, own.backwardPre);
    List<FullBackwardHook> hooks = HookList.joined(all.backward, own.backward);
    return preHooks.isEmpty() && hooks.isEmpty() ? null : new BackwardHooking(module, preHooks, hooks);
  }

  /**
   * Hooks in the order in which they run. A walk over the list sees it as it was when the walk began, so a hook may add and
   * remove hooks, itself included.
   */
  static final class HookList<H> {
    private volatile List<Entry<H>> entries = List.of();

    /** One registration; registering the same hook twice makes two. */
    record Entry<H>(H hook, boolean always) {
      @Override public boolean equals(Object other) { return this == other; }

      @Override public int hashCode() { return System.identityHashCode(this); }
    }

    RemovableHandle add(H hook, HookOptions options) {
      var entry = new Entry<>(hook, options.alwaysCall());
      synchronized (this) {
        var longer = new ArrayList<Entry<H>>(entries);
        longer.add(options.prepend() ? 0 : longer.size(), entry);
        entries = List.copyOf(longer);
      }
      return new RemovableHandle(() -> remove(entry));
    }

    private synchronized void remove(Entry<H> entry) {
      var shorter = new ArrayList<Entry<H>>(entries);
      shorter.remove(entry);
      entries = List.copyOf(shorter);
    }

    boolean isEmpty() { return entries.isEmpty(); }

    List<Entry<H>> entries() { return entries; }

    /** The hooks of two lists, in order, as they are now. */
    static <H> List<H> joined(HookList<H> first, HookList<H> second) {
      return Stream.of(first.entries, second.entries).flatMap(List::stream).map(Entry::hook).toList();
    }
  }

  /**
   * One call of a module that has hooks: pre-hooks, backward hooks around the input, {@code forward}, hooks, backward hooks around
   * the output. Those of all modules run before the module's own.
   */
  static final class HookedCall<I, O> {
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

  /** The hooks of one module that run when a state is taken or loaded. Modules without hooks have none of these. */
  static final class StateHooks {
    final HookList<StateDictPreHook> beforeTaking = new HookList<>();
    final HookList<StateDictHook> afterTaking = new HookList<>();
    final HookList<LoadStateDictPreHook> beforeLoading = new HookList<>();
    final HookList<LoadStateDictPostHook> afterLoading = new HookList<>();
  }
}
