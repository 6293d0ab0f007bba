package dev.jtorch.internal;

import java.util.function.Consumer;
import org.bytedeco.pytorch.FunctionPostHook;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The hooks on a leaf: on its gradient, and after it has been accumulated.
 *
 * <p>A leaf has no node of its own, only the accumulator at the ends of the graphs it is used in, which LibTorch makes anew
 * whenever none is left. This object holds one, so that all graphs to come share it: the hooks live as long as the handle they
 * were registered on, and afterwards as long as a graph that ends there.
 */
final class LeafGradHooks {
  /**
   * The one callback of all leaves. A native leaf never says when it is done with its callbacks, so one for each leaf would have
   * to stay for ever; this one asks the engine which accumulator it is about to run.
   */
  static final TensorTensorHook CALLBACK = PooledNatives.kept(new Callback());

  private final Node accumulator;
  private final NodeAttachments attachments;
  private final GradHooks hooks;
  private volatile @Nullable AfterAccumulation afterAccumulation;

  private LeafGradHooks(Tensor leaf, Node accumulator, NodeAttachments attachments) {
    this.accumulator = accumulator;
    this.attachments = attachments;
    hooks = attachments.leafHooks(leaf);
  }

  /** The hooks of a leaf, made when they are first asked for. */
  static LeafGradHooks of(NativeTensor leaf) {
    synchronized (leaf) {
      if (leaf.leafHooks != null) return leaf.leafHooks;
    }
    // Outside the lock, because this may block. Virtual threads in hooks cannot leave their carriers; if all of them waited for the
    // lock, nobody would ever run its owner again.
    Node accumulator = accumulator(leaf.use());
    NodeAttachments attachments = NodeAttachments.of(accumulator);
    try (var change = Sharing.changeGradient("register_hook", leaf)) {
      synchronized (leaf) {
        LeafGradHooks known = leaf.leafHooks;
        if (known == null) leaf.leafHooks = known = new LeafGradHooks(leaf.use(), accumulator, attachments);
        return known;
      }
    }
  }

  private static Node accumulator(Tensor leaf) {
    try (Tensor use = NativeAutograd.use(leaf); Node node = use.grad_fn()) {
      return node.next_edge(0).function();
    }
  }

  Runnable add(GradHooks.Hook hook) { return hooks.add(hook); }

  /** Runs {@code action} on a handle of the leaf after each accumulation; the result removes it. */
  Runnable addAfterAccumulation(NativeTensor leaf, Consumer<NativeTensor> action) {
    AfterAccumulation known = afterAccumulation;
    return (known == null ? makeAfterAccumulation(leaf) : known).add(action);
  }

  private AfterAccumulation makeAfterAccumulation(NativeTensor leaf) {
    var made = new AfterAccumulation(NativeTensor.unowned(new Tensor(leaf.use())));
    AfterAccumulation earlier;
    try (var change = Sharing.changeGradient("register_post_accumulate_grad_hook", leaf)) {
      synchronized (this) {
        earlier = afterAccumulation;
        if (earlier == null) {
          afterAccumulation = made;
          accumulator.add_post_hook(made);
          attachments.keep(made);
          return made;
        }
      }
    }
    made.release();
    return earlier;
  }

  private static final class Callback extends TensorTensorHook {
    private static final Tensor KEEP = PooledNatives.kept(new Tensor());

    @Override public TensorBase call(TensorBase grad) {
      try (Node accumulator = torch.get_current_node()) {
        if (accumulator == null || accumulator.isNull() || !grad.defined()) return KEEP;
        NodeAttachments attachments = NodeAttachments.find(accumulator);
        GradHooks hooks = attachments == null ? null : attachments.leafHooks();
        if (hooks == null || !isFirstCall(accumulator)) return KEEP;
        try (Tensor given = new Tensor(grad)) {
          Tensor replaced = hooks.run(given);
          return replaced == null ? KEEP : replaced;
        } finally {
          called(accumulator);
        }
      } catch (Throwable failure) {
        throw HookFailures.carried(failure);
      }
    }

    /**
     * A leaf that has outlived an accumulator has the callback once for each accumulator that had hooks; only the first call in
     * a backward pass counts.
     */
    private static boolean isFirstCall(Node accumulator) {
      ThreadState state = ThreadState.current();
      return state.hookedPass != torch.get_current_graph_task_id() || state.hookedLeaf != accumulator.address();
    }

    private static void called(Node accumulator) {
      ThreadState state = ThreadState.current();
      state.hookedPass = torch.get_current_graph_task_id();
      state.hookedLeaf = accumulator.address();
    }
  }

  private static final class AfterAccumulation extends FunctionPostHook implements NodeAttachments.Owner {
    private final NativeTensor leaf;
    private final Registrations<Consumer<NativeTensor>> actions = new Registrations<>();

    AfterAccumulation(NativeTensor leaf) {
      this.leaf = leaf;
    }

    Runnable add(Consumer<NativeTensor> action) { return actions.add(action); }

    @Override public void release() { leaf.releaseAnywhere(); }

    @Override public TensorVector apply(TensorVector outputs, TensorVector grads) {
      try {
        if (grads.get(0).defined()) actions.forEach(action -> action.accept(leaf));
        return ThreadState.current().returning(new TensorVector(outputs.get()));
      } catch (Throwable failure) {
        throw HookFailures.carried(failure);
      }
    }
  }
}
