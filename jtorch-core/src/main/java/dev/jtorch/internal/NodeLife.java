package dev.jtorch.internal;

import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Tells whether a node of LibTorch's graph is still alive.
 *
 * <p>LibTorch offers no listener for the end of a node, and calling Java from a destructor would be unsafe: the thread may have
 * no stack or heap left, and whatever then leaves the destructor terminates the process. Instead the node is made to own an
 * empty tensor, the mark, and Java looks at the mark's reference count. The owner in between is the backward node of a product,
 * which is never run: a node can hold another one as the parent in its anomaly metadata.
 */
final class NodeLife implements AutoCloseable {
  private static final long[] EMPTY = {0};
  /** The other factor of every product, so that its reference count tells how many marks are held by nodes. */
  private static final Tensor FACTOR = NativeAutograd.sharedLeaf(EMPTY);
  /** Keeps the node that accumulates the factor's gradient, which counts as a reference too, for good. */
  @SuppressWarnings("UnusedVariable") private static final Tensor BASE = PooledNatives.kept(product(FACTOR));
  private static final long BASE_COUNT = FACTOR.use_count();

  private final Tensor mark = torch.empty(EMPTY).set_requires_grad(true);
  private final Node owner;

  NodeLife() {
    try (Tensor product = product(mark)) {
      owner = product.grad_fn();
    }
  }

  private static Tensor product(Tensor other) {
    boolean recording = NativeAutograd.gradMode();
    NativeAutograd.gradMode(true);
    try {
      return FACTOR.mul(other);
    } finally {
      NativeAutograd.gradMode(recording);
    }
  }

  /** Marks a node; a node can have one mark only. {@link #started} must follow. */
  void start(Node node) {
    node.metadata().assign_parent(owner);
  }

  /** Leaves the mark to the node. */
  void started() { owner.close(); }

  /** {@return how many marked nodes are alive} More may be counted while they are being marked. */
  static long count() {
    return FACTOR.use_count() - BASE_COUNT;
  }

  boolean hasEnded() { return mark.use_count() == 1; }

  @Override public void close() {
    owner.close();
    mark.close();
  }
}
