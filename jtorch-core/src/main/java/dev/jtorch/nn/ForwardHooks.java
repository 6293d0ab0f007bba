package dev.jtorch.nn;

import org.jspecify.annotations.Nullable;

/** The forward hooks of one module, and the call that runs them. Modules without hooks have none of these. */
final class ForwardHooks<I, O> {
  final HookList<ForwardPreHook<I>> before = new HookList<>();
  final HookList<ForwardHook<I, O>> after = new HookList<>();

  /** Pre-hooks in order, {@code forward}, hooks in order. */
  O call(Model<I, O> module, I given) {
    I input = given;
    O output = null;
    int ran = 0;
    var hooks = after.entries();
    try {
      for (var entry : before.entries()) {
        I replaced = entry.hook().run(module, input);
        if (replaced != null) input = replaced;
      }
      output = module.forward(input);
      for (var entry : hooks) {
        ran++;
        O replaced = entry.hook().run(module, input, output);
        if (replaced != null) output = replaced;
      }
      return output;
    } catch (RuntimeException | Error e) {
      runAlways(module, input, output, ran, e);
      throw e;
    }
  }

  /** Hooks that want to be called in any case see what there is; what they throw themselves does not hide the first error. */
  private void runAlways(Model<I, O> module, I input, @Nullable O output, int ran, Throwable first) {
    var hooks = after.entries();
    for (var entry : hooks.subList(Math.min(ran, hooks.size()), hooks.size())) {
      if (!entry.always()) continue;
      try {
        entry.hook().run(module, input, output);
      } catch (RuntimeException e) {
        first.addSuppressed(e);
      }
    }
  }
}
