package dev.jtorch;

import dev.jtorch.internal.NativeAutograd;
import org.jspecify.annotations.Nullable;

/**
 * A grad mode of one thread that lasts until the guard is closed: {@code try (var quiet = Torch.noGrad()) { .. }}.
 *
 * <p>Guards nest. Closing one first closes those opened after it that are still open; closing again does nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/notes/autograd.html#locally-disable-grad-doc">Locally disabling
 *     gradient computation</a>
 */
public final class GradModeGuard implements AutoCloseable {
  private static final ThreadLocal<@Nullable GradModeGuard> INNERMOST = new ThreadLocal<>();

  private final Thread thread = Thread.currentThread();
  private final @Nullable GradModeGuard outer = INNERMOST.get();
  private final Runnable restore;
  private boolean closed;

  private GradModeGuard(Runnable restore) {
    this.restore = restore;
    INNERMOST.set(this);
  }

  static GradModeGuard gradMode(boolean on) {
    boolean before = NativeAutograd.gradMode();
    var guard = new GradModeGuard(() -> NativeAutograd.gradMode(before));
    NativeAutograd.gradMode(on);
    return guard;
  }

  static GradModeGuard inferenceMode(boolean on) {
    return new GradModeGuard(NativeAutograd.enterInferenceMode(on));
  }

  /**
   * Goes back to the mode before the guard.
   *
   * @throws IllegalStateException if called on another thread than the one that opened the guard
   */
  @Override public void close() {
    if (closed) return;
    if (thread != Thread.currentThread()) {
      throw new IllegalStateException("GradModeGuard: closed on thread '" + Thread.currentThread().getName()
          + "' (expected: the thread that opened it, '" + thread.getName() + "')");
    }
    for (GradModeGuard g = INNERMOST.get(); g != null; g = g.outer) {
      g.end();
      if (g == this) return;
    }
  }

  private void end() {
    closed = true;
    if (outer == null) INNERMOST.remove();
    else INNERMOST.set(outer);
    restore.run();
  }
}
