package dev.jtorch.data;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.internal.Handover;
import dev.jtorch.internal.NativeScope;
import java.util.IdentityHashMap;
import java.util.Objects;

/**
 * A batch on its way from a worker to the consumer.
 *
 * <p>The worker's handles end with the worker's scope. What travels are references to the same native tensors, of which the
 * consumer makes handles in its own scope; so both threads free what is theirs at once, and nothing waits for the collector.
 * A batch that holds objects which cannot be looked into travels as it is, with all that the worker made for it; the
 * collector frees it.
 */
final class Parcel<B> {
  private final B batch;
  private final IdentityHashMap<Tensor, Handover> tensors = new IdentityHashMap<>();

  private Parcel(B batch) {
    this.batch = batch;
  }

  /** On the worker, while its scope is open. */
  static <B> Parcel<B> pack(B batch, NativeScope scope) {
    var parcel = new Parcel<>(batch);
    if (TensorTree.isTransparent(batch)) TensorTree.forEach("batch", batch, parcel::add);
    else scope.promoteAll();
    return parcel;
  }

  private void add(Tensor tensor) { tensors.computeIfAbsent(tensor, t -> Handover.of(Bridge.handle(t))); }

  /** On the consumer, once: the batch with tensors that belong to the innermost scope there. */
  B unpack() {
    if (tensors.isEmpty()) return batch;
    var arrived = new IdentityHashMap<Tensor, Tensor>();
    tensors.forEach((sent, reference) -> arrived.put(sent, Bridge.tensor(reference.take())));
    @SuppressWarnings("unchecked") // the same structure, with other tensors
    B unpacked = (B) TensorTree.map(batch, sent -> Objects.requireNonNull(arrived.get(sent)));
    return Objects.requireNonNull(unpacked);
  }

  /** Frees what nobody will unpack. */
  void drop() { tensors.values().forEach(Handover::drop); }
}
