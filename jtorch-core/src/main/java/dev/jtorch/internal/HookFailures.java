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

  private HookFailures() {}

  /** What the callback throws in place of {@code failure}. */
  static RuntimeException carried(Throwable failure) {
    long number = NUMBER.incrementAndGet();
    UNDER_WAY.put(number, failure);
    return new IllegalStateException(MARK + number + ".", failure);
  }

  /** Throws the original where {@code e} has carried one; otherwise does nothing. */
  static void rethrow(RuntimeException e) {
    Throwable original = original(e.getMessage());
    if (original != null) HookFailures.<RuntimeException>sneak(original);
  }

  private static @Nullable Throwable original(@Nullable String message) {
    int at = message == null ? -1 : message.indexOf(MARK);
    if (message == null || at < 0) return null;
    int from = at + MARK.length();
    return UNDER_WAY.remove(Long.valueOf(message.substring(from, message.indexOf('.', from))));
  }

  @SuppressWarnings("unchecked") // the compiler takes T for unchecked; the hook's own exception passes as it is
  private static <T extends Throwable> void sneak(Throwable any) throws T { throw (T) any; }
}
