package dev.jtorch.data;

import dev.jtorch.bridge.Bridge;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.internal.NativeScope;

/** Makes each batch on the thread that asks for it. */
final class SerialBatches<B> implements BatchIterator<B> {
  private final DataLoader<B> loader;
  private final BatchMaker<B> maker;
  private final Pass pass;
  private boolean closed;

  SerialBatches(DataLoader<B> loader, BatchMaker<B> maker, Pass pass) {
    this.loader = loader;
    this.maker = maker;
    this.pass = pass;
  }

  @Override public boolean hasNext() { return !closed && pass.hasNext(); }

  /** A scope takes what {@code get} and collation leave behind, as it does in a worker. */
  @Override public B next() {
    long[] indices = pass.next();
    NativeScope scope = NativeScope.openReusable(loader);
    try {
      B batch = maker.make(indices);
      if (TensorTree.isTransparent(batch)) {
        TensorTree.forEach("batch", batch, tensor -> scope.promote(Bridge.handle(tensor)));
      } else {
        scope.promoteAll();
      }
      return batch;
    } finally {
      scope.close();
    }
  }

  @Override public LoaderState state() { return pass.at(pass.taken()); }

  @Override public void close() { closed = true; }
}
