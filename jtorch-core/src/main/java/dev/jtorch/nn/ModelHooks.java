package dev.jtorch.nn;

import java.util.List;
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
}
