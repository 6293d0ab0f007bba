package dev.jtorch.nn;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.RemovableHandle;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Registers one hook on many modules at once: on {@link #all() all there are and will be}, or on {@link #of a tree} as it is now.
 *
 * <p>Hooks on all modules run before a module's own. The module is the hook's first argument; its input and output are of
 * whatever types the module has.
 *
 * @see <a href=
 *     "https://docs.pytorch.org/docs/stable/generated/torch.nn.modules.module.register_module_forward_hook.html">register_module_forward_hook</a>
 */
public abstract sealed class ModuleHooks {
  ModuleHooks() {}

  /** Hooks on every call of every module, on all threads. */
  public static ModuleHooks all() {
    return Global.ALL;
  }

  /** Hooks on the modules that are in a tree now, a shared one once. */
  public static ModuleHooks of(Module root) {
    return new Tree(root.modules());
  }

  /** Runs {@code hook} before every {@code forward}. */
  public final RemovableHandle registerForwardPreHook(ForwardPreHook<Object> hook) {
    return registerForwardPreHook(hook, o -> o);
  }

  /** Runs {@code hook} before every {@code forward}. */
  public final RemovableHandle registerForwardPreHook(ForwardPreHook<Object> hook, UnaryOperator<HookOptions> with) {
    return register(hooks -> hooks.forwardPre.add(hook, configured(new HookOptions(), with)));
  }

  /** Runs {@code hook} after every {@code forward}. */
  public final RemovableHandle registerForwardHook(ForwardHook<Object, Object> hook) {
    return registerForwardHook(hook, o -> o);
  }

  /** Runs {@code hook} after every {@code forward}. */
  public final RemovableHandle registerForwardHook(ForwardHook<Object, Object> hook, UnaryOperator<HookOptions> with) {
    return register(hooks -> hooks.forward.add(hook, configured(new HookOptions(), with)));
  }

  /** Runs {@code hook} in every backward pass, when the gradients by a module's outputs are known. */
  public final RemovableHandle registerFullBackwardPreHook(FullBackwardPreHook hook) {
    return register(hooks -> hooks.backwardPre.add(hook, new HookOptions()));
  }

  /** Runs {@code hook} in every backward pass, when the gradients by a module's inputs are known. */
  public final RemovableHandle registerFullBackwardHook(FullBackwardHook hook) {
    return register(hooks -> hooks.backward.add(hook, new HookOptions()));
  }

  abstract RemovableHandle register(Function<ModelHooks<Object, Object>, RemovableHandle> registration);

  /** The hooks on all modules. */
  static final class Global extends ModuleHooks {
    static final Global ALL = new Global();
    private static final ModelHooks<Object, Object> HOOKS = new ModelHooks<>();
    private static volatile boolean present;

    /** Whether there are any, for calls to ask. */
    static boolean present() { return present; }

    static ModelHooks<Object, Object> hooks() { return HOOKS; }

    @Override RemovableHandle register(Function<ModelHooks<Object, Object>, RemovableHandle> registration) {
      synchronized (HOOKS) {
        RemovableHandle handle = registration.apply(HOOKS);
        present = true;
        return new RemovableHandle(() -> {
          synchronized (HOOKS) {
            handle.remove();
            present = !HOOKS.isEmpty();
          }
        });
      }
    }
  }

  private static final class Tree extends ModuleHooks {
    private final List<Module> modules;

    Tree(List<Module> modules) {
      this.modules = modules;
    }

    @Override RemovableHandle register(Function<ModelHooks<Object, Object>, RemovableHandle> registration) {
      List<RemovableHandle> handles = modules.stream().filter(Model.class::isInstance)
          .map(module -> registration.apply(((Model<?, ?>) module).untypedHooks())).toList();
      return new RemovableHandle(() -> handles.forEach(RemovableHandle::remove));
    }
  }
}
