package dev.jtorch.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Carries what a Java callback throws through LibTorch's frames, so that the caller of the backward pass sees the very same
 * object. C++ passes on no more than a text, which therefore names the failure by a number.
 */
final class HookFailures {
  private static final String MARK = "JTorch callback failure ";
  private static final Map<Long, Throwable> UNDER_WAY = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBER = new AtomicLong();

  /**
   * The size of an array that G1 puts into a region of its own: more than half a region, of which the heap has about 2,048, each
   * between 1 MiB and 32 MiB. Objects are made in empty regions only, so less than that would be no help in a full heap.
   */
  private static final int RESERVE =
      (int) Math.max(1 << 20, Math.min(32 << 20, Runtime.getRuntime().maxMemory() / 2048)) / 2 + 1024;

  /**
   * Room to report that there is no room. The presets make objects while a failure passes through C++, and the process ends with
   * a segmentation fault if the heap has no place for them.
   */
  private static volatile byte @Nullable [] reserve = new byte[RESERVE];

  private HookFailures() {}

  /** What the callback throws in place of {@code failure}. */
  static RuntimeException carried(Throwable failure) {
    if (failure instanceof OutOfMemoryError) reserve = null;
    long number = NUMBER.incrementAndGet();
    UNDER_WAY.put(number, failure);
    // not with +, which makes a lot of objects when it is first used
    return new IllegalStateException(MARK.concat(Long.toString(number)).concat("."), failure);
  }

  /** Throws the original where {@code e} has carried one; otherwise does nothing. */
  static void rethrow(RuntimeException e) {
    Throwable original = original(String.valueOf(e.getMessage()));
    if (original != null) HookFailures.<RuntimeException>sneak(original);
  }

  /** Sets the reserve aside before a backward pass, if the pass before has used it up and there is room for it again. */
  static void refillReserve() {
    if (reserve != null) return;
    try {
      reserve = new byte[RESERVE];
    } catch (OutOfMemoryError e) {
      // whatever filled the heap still does; the next pass tries again
    }
  }

  private static @Nullable Throwable original(String message) {
    int at = message.indexOf(MARK);
    if (at < 0) return uncarried(message);
    int from = at + MARK.length();
    return UNDER_WAY.remove(Long.valueOf(message.substring(from, message.indexOf('.', from))));
  }

  /** The error that a callback had no stack or heap left to carry: the presets pass on its text. */
  private static @Nullable Error uncarried(String message) {
    if (message.startsWith(StackOverflowError.class.getName()))
      return new StackOverflowError("in a callback from LibTorch");
    return message.startsWith(OutOfMemoryError.class.getName()) ? new OutOfMemoryError("in a callback from LibTorch")
        : null;
  }

  @SuppressWarnings("unchecked") // the compiler takes T for unchecked; the hook's own exception passes as it is
  private static <T extends Throwable> void sneak(Throwable any) throws T { throw (T) any; }
}
