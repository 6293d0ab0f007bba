package dev.jtorch.internal;

import java.util.List;
import java.util.Map;
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

  private final List<Object> kept = new CopyOnWriteArrayList<>();
  private volatile @Nullable String name;
  private volatile @Nullable Throwable madeAt;
  private @Nullable NodeGradHooks hooks;

  private NodeAttachments() {}

  /** What is kept with a node, made when it is first asked for. */
  static NodeAttachments of(Node node) {
    long address = node.address();
    NodeAttachments known = BY_NODE.get(address);
    if (known != null) return known;
    synchronized (BY_NODE) {
      known = BY_NODE.get(address);
      if (known != null) return known;
      var made = new NodeAttachments();
      BY_NODE.put(address, made);
      DeathNotice.of(node, () -> BY_NODE.remove(address));
      return made;
    }
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

  /** The hooks on gradients that arrive at a node, made when they are first asked for. */
  synchronized NodeGradHooks gradHooks(Node node) {
    NodeGradHooks known = hooks;
    if (known == null) {
      hooks = known = new NodeGradHooks();
      node.add_tensor_pre_hook(known);
    }
    return known;
  }
}
