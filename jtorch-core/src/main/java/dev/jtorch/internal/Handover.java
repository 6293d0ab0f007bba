package dev.jtorch.internal;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A tensor on its way from the thread that made it to the one that will use it.
 *
 * <p>A {@link NativeTensor} that two threads have used can be freed only by the collector, because neither knows whether the
 * other still computes. So the sender gives away a reference of which no handle knows, and the receiver makes a handle of
 * its own from it: both ends free their part at once, each in its scope. The threads hand it over through something that
 * orders memory, such as a queue.
 */
public final class Handover {
  private @Nullable Tensor reference;
  /** Whether the sender's handle goes with its scope; another one's owner may use the tensor beside the receiver. */
  private final boolean fresh;

  private Handover(Tensor reference, boolean fresh) {
    this.reference = reference;
    this.fresh = fresh;
  }

  /** On the sending thread, which goes on owning its own handle. */
  public static Handover of(NativeTensor tensor) {
    Tensor sent = tensor.use();
    boolean fresh = tensor.scope != null && tensor.isHeldByNobodyElse();
    if (!fresh) tensor.shareWithAll();
    return new Handover(new Tensor(sent), fresh);
  }

  /**
   * On the receiving thread, once: a handle that the innermost scope of this thread owns.
   *
   * @throws IllegalStateException if the tensor has been taken or dropped
   */
  public NativeTensor take() {
    Tensor taken = remove();
    if (taken.requires_grad()) Sharing.reachOthers(ThreadState.current());
    return fresh ? NativeTensor.of(taken) : NativeTensor.alias(taken);
  }

  /** Frees what nobody will take. */
  public void drop() { remove().close(); }

  private Tensor remove() {
    Tensor given = reference;
    if (given == null)
      throw new IllegalStateException("Handover: the tensor is gone (expected: taken or dropped once)");
    reference = null;
    return given;
  }
}
