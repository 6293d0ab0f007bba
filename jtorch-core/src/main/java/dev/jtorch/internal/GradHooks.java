package dev.jtorch.internal;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Hooks on the gradient of one tensor, in order of registration; each sees what the one before it returned. */
public final class GradHooks {
  private final Registrations<Hook> hooks = new Registrations<>();

  GradHooks() {}

  /** Sees a gradient; what it returns takes its place, null keeps it. */
  @FunctionalInterface
  public interface Hook {
    @Nullable NativeTensor run(NativeTensor grad);
  }

  /** Adds a hook; the result removes it. */
  Runnable add(Hook hook) { return hooks.add(hook); }

  /** Runs the hooks on a gradient that LibTorch goes on owning; returns what takes its place, or null to keep it. */
  @Nullable Tensor run(Tensor grad) {
    NativeTensor current = null;
    int position = 0;
    for (Hook hook : hooks) {
      if (current == null) current = NativeTensor.of(new Tensor(grad));
      NativeTensor result = hook.run(current);
      if (result != null && result != current) {
        requireSameForm(String.valueOf(position), current, result);
        current = result;
      }
      position++;
    }
    return current == null ? null : current.use();
  }

  /**
   * Refuses a gradient that cannot take another one's place.
   *
   * @param name of the hook that returned it
   */
  public static void requireSameForm(String name, NativeTensor before, NativeTensor after) {
    String hook = "hook '" + name + "' has changed the ";
    String was = TypeNames.legacy(before.use());
    String got = TypeNames.legacy(after.use());
    if (!was.equals(got)) {
      throw NativeErrors.failed("register_hook", hook + "type of value (was " + was + " got " + got + ")");
    }
    if (!Arrays.equals(NativeData.sizes(before), NativeData.sizes(after))) {
      throw NativeErrors.failed("register_hook", hook + "size of value");
    }
  }
}
