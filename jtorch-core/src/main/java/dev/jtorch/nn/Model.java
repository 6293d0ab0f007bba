package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.internal.NativeScope;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A module that is called: it turns an input into an output. Several tensors in or out are records, lists or maps.
 *
 * <p>Subclasses write {@link #forward}; users write {@link #call}, which runs the hooks around it. A call is a scope of its
 * own: what {@code forward} made and did not return is freed when it ends. A tensor that {@code forward} or a hook puts aside
 * says {@link Tensor#keep()}.
 *
 * @param <I> the input
 * @param <O> the output
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html">torch.nn.Module</a>
 */
public abstract class Model<I, O> extends Module {
  private @Nullable ForwardHooks<I, O> hooks;

  /** Computes the output. It is protected so that nobody passes the hooks by. */
  protected abstract O forward(I input);

  /** Runs pre-hooks, {@link #forward} and hooks. */
  public final O call(I input) {
    NativeScope scope = NativeScope.openReusable(this);
    try {
      ForwardHooks<I, O> around = hooks;
      O output = around == null ? forward(input) : around.call(this, input);
      letOut(scope, output);
      return output;
    } catch (TorchException e) {
      if (e.place() instanceof ErrorPlace place) place.leaves(this);
      else e.place(new ErrorPlace(this));
      throw e;
    } finally {
      scope.close();
    }
  }

  private static void letOut(NativeScope scope, @Nullable Object output) {
    if (output instanceof Tensor tensor) scope.promote(Bridge.handle(tensor));
    else TensorTree.forEach(output, tensor -> scope.promote(Bridge.handle(tensor)));
  }

  /** Runs {@code hook} before every {@code forward}, after the hooks that are there. */
  public final HookHandle registerForwardPreHook(ForwardPreHook<I> hook) {
    return registerForwardPreHook(hook, o -> o);
  }

  /** Runs {@code hook} before every {@code forward}. */
  public final HookHandle registerForwardPreHook(ForwardPreHook<I> hook, UnaryOperator<HookOptions> with) {
    return hooks().before.add(hook, with.apply(HookOptions.DEFAULT));
  }

  /** Runs {@code hook} after every {@code forward}, after the hooks that are there. */
  public final HookHandle registerForwardHook(ForwardHook<I, O> hook) {
    return registerForwardHook(hook, o -> o);
  }

  /** Runs {@code hook} after every {@code forward}. */
  public final HookHandle registerForwardHook(ForwardHook<I, O> hook, UnaryOperator<HookOptions> with) {
    return hooks().after.add(hook, with.apply(HookOptions.DEFAULT));
  }

  private synchronized ForwardHooks<I, O> hooks() {
    ForwardHooks<I, O> known = hooks;
    if (known == null) hooks = known = new ForwardHooks<>();
    return known;
  }
}
