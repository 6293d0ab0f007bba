package dev.jtorch.internal;

import org.jspecify.annotations.Nullable;

/**
 * What JTorch knows about a thread: its innermost scope, its generator, and how much it allocated since memory was last looked
 * at.
 */
final class ThreadState {
  private static final ThreadLocal<ThreadState> CURRENT = ThreadLocal.withInitial(ThreadState::new);
  /** Looking at the process's memory costs about a microsecond, so it is done once for this many elements. */
  private static final long ELEMENTS_BETWEEN_LOOKS = 8L << 20;

  final Thread thread = Thread.currentThread();
  @Nullable NativeScope scope;
  @Nullable NativeScope spare;
  /** The source of random numbers where none is given; null means LibTorch's default one. */
  @Nullable NativeGenerator generator;
  private long elements;

  static ThreadState current() { return CURRENT.get(); }

  /** Counts an allocation; a tensor of no elements still costs its header. */
  void allocated(long numel) {
    elements += numel + 64;
    if (elements >= ELEMENTS_BETWEEN_LOOKS) {
      elements = 0;
      MemoryPressure.look();
    }
  }
}
