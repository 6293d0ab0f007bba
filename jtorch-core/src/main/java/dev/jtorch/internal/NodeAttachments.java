package dev.jtorch.internal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bytedeco.pytorch.Node;
import org.jspecify.annotations.Nullable;

/**
 * What JTorch keeps with a node of LibTorch's graph for as long as the node lives: the Java side of its callbacks, which
 * nothing else holds, its name where it is not LibTorch's, and where its operator was called.
 */
final class NodeAttachments {
  /** By address; an entry goes before its address can be used again. */
  private static final Map<Long, NodeAttachments> BY_NODE = new ConcurrentHashMap<>();

  /** The ends that wait until this thread is done with the one it is in. */
  private static final ThreadLocal<@Nullable Queue<NodeAttachments>> ENDING = new ThreadLocal<>();

  private final List<Object> kept = new CopyOnWriteArrayList<>();
  private volatile @Nullable String name;
  private volatile @Nullable Throwable madeAt;
  private volatile @Nullable NodeGradHooks hooks;

  private NodeAttachments() {}

  /** Something kept with a node that holds native memory, perhaps the last reference to the next node. */
  interface Owner {
    /** Frees it, because the node has died. */
    void release();
  }

  /** What is kept with a node, made when it is first asked for. */
  static NodeAttachments of(Node node) {
    long address = node.address();
    NodeAttachments known = BY_NODE.get(address);
    if (known != null) return known;
    var made = new NodeAttachments();
    known = BY_NODE.putIfAbsent(address, made);
    if (known != null) return known;
    DeathNotice.of(node, () -> end(BY_NODE.remove(address)));
    return made;
  }

  /**
   * Frees what a dead node owned. Waiting for the collector would take one collection for each node of a chain; freeing inside of
   * each other would take a native stack as deep as the chain, so those that die meanwhile wait for their turn.
   */
  private static void end(@Nullable NodeAttachments gone) {
    if (gone == null) return;
    Queue<NodeAttachments> waiting = ENDING.get();
    if (waiting != null) {
      waiting.add(gone);
      return;
    }
    waiting = new ArrayDeque<>(List.of(gone));
    ENDING.set(waiting);
    try {
      for (NodeAttachments next = waiting.poll(); next != null; next = waiting.poll()) next.release();
    } finally {
      ENDING.remove();
    }
  }

  private void release() {
    for (Object object : kept) if (object instanceof Owner owner) owner.release();
  }

  /** What is kept with a node; null where nothing is. */
  static @Nullable NodeAttachments find(Node node) {
    return BY_NODE.isEmpty() ? null : BY_NODE.get(node.address());
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
}
