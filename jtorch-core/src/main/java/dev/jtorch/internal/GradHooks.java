package dev.jtorch.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Hooks on the gradient of one tensor, in order of registration; each sees what the one before it returned. */
public final class GradHooks {
  private final List<Registration> hooks = new CopyOnWriteArrayList<>();

  GradHooks() {}

  /** Sees a gradient; what it returns takes its place, null keeps it. */
  @FunctionalInterface
  public interface Hook {
    @Nullable NativeTensor run(NativeTensor grad);
  }

  /** The same hook can be registered twice, and each registration be removed by itself. */
  private static final class Registration {
    final Hook hook;

    Registration(Hook hook) {
      this.hook = hook;
    }
  }

  /** Adds a hook; the result removes it. */
  Runnable add(Hook hook) {
    var registration = new Registration(hook);
    hooks.add(registration);
    return () -> hooks.remove(registration);
  }

  /** Runs the hooks on a gradient that LibTorch goes on owning; returns what takes its place, or null to keep it. */
  @Nullable Tensor run(Tensor grad) {
    NativeTensor current = null;
    int position = 0;
    for (Registration registration : hooks) {
      if (current == null) current = NativeTensor.of(new Tensor(grad));
      NativeTensor result = registration.hook.run(current);
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
