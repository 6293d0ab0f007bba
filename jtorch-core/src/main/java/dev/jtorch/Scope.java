package dev.jtorch;

import dev.jtorch.internal.NativeScope;
import dev.jtorch.internal.NativeTensor;

/**
 * Frees, when it closes, every tensor that was made in it on its thread and not kept.
 *
 * <p>A training step is {@code try (var step = Scope.open()) { .. }}. Scopes nest; a tensor belongs to the innermost one.
 * {@link Tensor#keep()} moves a tensor to the surrounding scope, or out of all where there is none. Parameters, buffers,
 * gradients and optimizer state belong to no scope.
 *
 * <p>Threads: a scope belongs to the thread that opened it, platform or virtual, and no other thread may close or ask it. Other
 * threads may use its tensors while it is open. A tensor that another thread goes on using needs {@link Tensor#keepForever()}:
 * {@code keep()} only moves it to the surrounding scope, which ends too.
 *
 * <p>A program that opens no scope is right too: unreachable tensors are freed by the collector, a little later.
 */
public final class Scope implements AutoCloseable {
  private final NativeScope scope;
  private boolean closed;

  private Scope(NativeScope scope) {
    this.scope = scope;
  }

  /** Opens a scope on this thread. */
  public static Scope open() {
    Tensor.loadNatives();
    return new Scope(NativeScope.open());
  }

  /** How many tensors the scope would free now. */
  public int size() {
    requireUsable();
    return scope.count();
  }

  /** Bytes of the tensors that the scope would free now; a view counts like a tensor of its own. */
  public long bytes() {
    requireUsable();
    return scope.bytes();
  }

  /**
   * Frees the scope's tensors. Scopes opened inside it that are still open are closed first. Closing again does nothing.
   *
   * @throws IllegalStateException if called on another thread than the one that opened the scope
   */
  @Override public void close() {
    if (closed) return;
    requireUsable();
    closed = true;
    scope.close();
  }

  /**
   * Frees a temporary before its scope ends, if the innermost scope of this thread owns it; otherwise does nothing. For long
   * chains that need only the last result: a {@code Sequential} does so with what lies between its layers.
   */
  public static void discard(Tensor temporary) {
    NativeTensor handle = Tensor.handle(temporary);
    if (handle.inInnermostScope()) handle.release();
  }

  private void requireUsable() {
    if (closed) throw new IllegalStateException("Scope: it is closed (expected: open)");
    if (!scope.onItsThread()) {
      throw new IllegalStateException("Scope: used on thread '" + Thread.currentThread().getName()
          + "' (expected: the thread that opened it)");
    }
    if (!scope.isOpen()) closed = true;
  }
}
