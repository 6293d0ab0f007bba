package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bytedeco.pytorch.FunctionPreHook;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.jspecify.annotations.Nullable;

/**
 * What JTorch keeps with a node of LibTorch's graph for as long as the node lives: the Java side of its callbacks, which
 * nothing else holds, its name where it is not LibTorch's, and where its operator was called.
 *
 * <p>Nothing tells Java that a node has died, so {@link #sweep} looks: when a user's scope or tensor is closed, when a backward
 * pass ends, when something is attached to another node, and when memory is counted or short.
 */
final class NodeAttachments {
  /**
   * Guards the two collections below, and keeps marks open while somebody looks at them. Nothing is made or freed with it: that may
   * block, and virtual threads that wait for it in hooks cannot leave their carriers.
   */
  private static final Object LOCK = new Object();
  private static final Map<Long, NodeAttachments> BY_NODE = new HashMap<>();
  /** The same, the newest last: graphs die as a whole, and usually the newest first. */
  private static final List<NodeAttachments> BY_AGE = new ArrayList<>();
  /** The size of both, for those who only want to know whether there is anything; they need not see the latest value. */
  private static int size;

  private final long address;
  private final NodeLife life;
  private final List<Object> kept = new CopyOnWriteArrayList<>();
  private volatile @Nullable String name;
  private volatile @Nullable Throwable madeAt;
  private volatile @Nullable NodeGradHooks hooks;
  private volatile @Nullable GradHooks leafHooks;

  private NodeAttachments(long address, NodeLife life) {
    this.address = address;
    this.life = life;
  }

  /** Something kept with a node that holds native memory, perhaps the last reference to the next node. */
  interface Owner {
    /** Frees it, because the node has died. */
    void release();
  }

  /** What is kept with a node, made when it is first asked for. */
  static NodeAttachments of(Node node) {
    sweep();
    NodeAttachments known = find(node);
    if (known != null) return known;
    var life = new NodeLife();
    var made = new NodeAttachments(node.address(), life);
    synchronized (LOCK) {
      known = ofLiving(made.address);
      if (known == null) {
        life.start(node);
        BY_NODE.put(made.address, made);
        BY_AGE.add(made);
        size = BY_AGE.size();
      }
    }
    if (known == null) life.started();
    else life.close();
    return known == null ? made : known;
  }

  /** What is kept with a node; null where nothing is. */
  static @Nullable NodeAttachments find(Node node) {
    if (size == 0) return null;
    synchronized (LOCK) {
      return ofLiving(node.address());
    }
  }

  /** An entry may still be that of a dead node, whose address a living one has got since. */
  private static @Nullable NodeAttachments ofLiving(long address) {
    NodeAttachments known = BY_NODE.get(address);
    return known == null || known.life.hasEnded() ? null : known;
  }

  /**
   * Frees what was kept with nodes that have died since. That can be the last reference to other nodes, which are looked for
   * here in turn: freed inside of each other, a long chain of nodes would take a native stack as deep.
   */
  static void sweep() {
    if (size == 0) return;
    for (List<NodeAttachments> dead = removeDead(); !dead.isEmpty(); dead = removeDead()) {
      for (NodeAttachments gone : dead) {
        gone.life.close();
        for (Object object : gone.kept) if (object instanceof Owner owner) owner.release();
      }
    }
  }

  private static List<NodeAttachments> removeDead() {
    synchronized (LOCK) {
      long missing = BY_AGE.size() - NodeLife.count();
      if (missing <= 0) return List.of();
      var dead = new ArrayList<NodeAttachments>();
      for (int i = BY_AGE.size() - 1; i >= 0 && dead.size() < missing; i--) {
        NodeAttachments each = BY_AGE.get(i);
        if (!each.life.hasEnded()) continue;
        BY_NODE.remove(each.address, each);
        BY_AGE.remove(i);
        dead.add(each);
      }
      size = BY_AGE.size();
      return dead;
    }
  }

  /** Keeps an object reachable as long as the node lives. */
  void keep(Object callback) { kept.add(callback); }

  void name(String text) { name = text; }

  @Nullable String name() { return name; }

  void madeAt(Throwable place) { madeAt = place; }

  @Nullable Throwable madeAt() { return madeAt; }

  /**
   * The hooks on gradients that arrive at a node, made when they are first asked for.
   *
   * @param made one of the tensors that the node made
   */
  NodeGradHooks gradHooks(Node node, NativeTensor made) {
    NodeGradHooks known = hooks;
    if (known != null) return known;
    try (var change = Sharing.changeGradient("register_hook", made)) {
      synchronized (this) {
        known = hooks;
        if (known == null) {
          hooks = known = new NodeGradHooks();
          node.add_tensor_pre_hook(known);
        }
        return known;
      }
    }
  }

  /** The hooks on a leaf whose gradient the node accumulates, made and put on the leaf when they are first asked for. */
  synchronized GradHooks leafHooks(Tensor leaf) {
    GradHooks known = leafHooks;
    if (known == null) {
      leaf.register_hook(LeafGradHooks.CALLBACK);
      leafHooks = known = new GradHooks();
    }
    return known;
  }

  /** The hooks on the leaf; null where there are none. */
  @Nullable GradHooks leafHooks() { return leafHooks; }

  /**
   * The hooks on the tensors that one node made, by the number of the output. One native callback serves them all, so that adding
   * and removing hooks touches no native memory.
   */
  static final class NodeGradHooks extends FunctionPreHook {
    private final Map<Long, GradHooks> byOutput = new ConcurrentSkipListMap<>();

    GradHooks output(long number) { return byOutput.computeIfAbsent(number, n -> new GradHooks()); }

    @Override public TensorVector apply(TensorVector grads) {
      try {
        Tensor[] result = grads.get();
        byOutput.forEach((output, hooks) -> {
          Tensor grad = result[output.intValue()];
          Tensor replaced = grad.defined() ? hooks.run(grad) : null;
          if (replaced != null) result[output.intValue()] = replaced;
        });
        return ThreadState.current().returning(new TensorVector(result));
      } catch (Throwable failure) {
        throw HookFailures.carried(failure);
      }
    }
  }
}
