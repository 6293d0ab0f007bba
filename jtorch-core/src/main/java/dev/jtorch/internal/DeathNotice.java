package dev.jtorch.internal;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.AnomalyMetadata;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a node of LibTorch's graph has died.
 *
 * <p>LibTorch has no listener for that. But a tensor over foreign memory calls back when its storage goes, and a node can be
 * made to own another one as the parent in its anomaly metadata. So a node gets as its parent a product that saved an empty
 * tensor, whose "memory" is only a number: when the node goes, the number comes back. Nothing ever runs that parent.
 */
final class DeathNotice {
  private static final Map<Long, Runnable> AWAITED = new ConcurrentHashMap<>();
  /** Far from where memory can be, although nobody reads there. */
  private static final AtomicLong NUMBER = new AtomicLong(1L << 20);

  private static final long[] EMPTY = {0};
  private static final Tensor FACTOR = NativeAutograd.sharedLeaf(EMPTY);
  private static final PointerConsumer NOTICE = PooledNatives.kept(new Notice());

  private DeathNotice() {}

  /** LibTorch calls this on whichever thread lets go of the last reference. */
  private static final class Notice extends PointerConsumer {
    @Override public void call(@Nullable Pointer number) {
      Runnable action = number == null ? null : AWAITED.remove(number.address());
      if (action == null) return;
      try {
        action.run();
      } catch (RuntimeException | Error e) {
        // a destructor that throws would end the process
        System.getLogger(DeathNotice.class.getName())
            .log(Level.ERROR, "could not free what belonged to a node of the graph", e);
      }
    }
  }

  /** A number in the shape of a pointer. */
  private static final class Number extends Pointer {
    Number(long value) { address = value; }
  }

  /** Runs {@code action} when the node is destroyed, before its memory can be anybody else's. At most one for each node. */
  static void of(Node node, Runnable action) {
    long number = NUMBER.getAndIncrement();
    AWAITED.put(number, action);
    boolean recording = NativeAutograd.gradMode();
    NativeAutograd.gradMode(true);
    try (var address = new Number(number);
        Tensor sentinel = torch.from_blob(address, EMPTY, NOTICE);
        Tensor product = FACTOR.mul(sentinel);
        Node owner = product.grad_fn();
        AnomalyMetadata metadata = node.metadata()) {
      metadata.assign_parent(owner);
    } finally {
      NativeAutograd.gradMode(recording);
    }
  }
}
