package dev.jtorch;

import dev.jtorch.internal.NativeAutograd;
import java.util.function.UnaryOperator;

/** What operators and prints do by default: grad mode and default dtype of the thread, print options of the process. */
abstract sealed class TorchModes extends TorchRandom permits TorchFiles {
  TorchModes() {}

  /** Records no gradients on this thread until the guard is closed. */
  public static GradModeGuard noGrad() {
    return GradModeGuard.gradMode(false);
  }

  /** Records gradients on this thread until the guard is closed, also inside {@link #noGrad}. */
  public static GradModeGuard enableGrad() {
    return GradModeGuard.gradMode(true);
  }

  /** Records gradients on this thread or not; closing the guard, which need not be done, goes back. */
  public static GradModeGuard setGradEnabled(boolean on) {
    return GradModeGuard.gradMode(on);
  }

  /** {@return whether this thread records gradients} */
  public static boolean isGradEnabled() {
    return NativeAutograd.gradMode();
  }

  /**
   * Records no gradients, no views and no versions on this thread until the guard is closed: faster than {@link #noGrad},
   * but tensors made in it can never take part in a graph.
   */
  public static GradModeGuard inferenceMode() {
    return inferenceMode(true);
  }

  /** Enters inference mode, or with false leaves it, on this thread until the guard is closed. */
  public static GradModeGuard inferenceMode(boolean on) {
    return GradModeGuard.inferenceMode(on);
  }

  /** {@return whether this thread is in inference mode} */
  public static boolean isInferenceModeEnabled() {
    return NativeAutograd.inferenceMode();
  }

  /** {@return the floating-point type of new tensors on this thread} */
  public static DType getDefaultDtype() {
    return DefaultDtype.get();
  }

  /**
   * Sets the floating-point type of new tensors on this thread.
   *
   * <p>Differs from PyTorch: it is per thread, and it decides what factories make; an operator that turns integers into
   * floating-point numbers, such as a division, gives float32 in any case.
   *
   * @throws DTypeException if the type is not a floating-point type
   */
  public static void setDefaultDtype(DType dtype) { DefaultDtype.set(dtype); }

  /** {@return how tensors are printed} */
  public static PrintOptions getPrintOptions() {
    return PrintOptions.current();
  }

  /**
   * Changes how tensors are printed, on all threads: {@code setPrintOptions(o -> o.precision(2))}, or {@code
   * setPrintOptions(o -> PrintOptions.FULL)} for a profile.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public static void setPrintOptions(UnaryOperator<PrintOptions> change) {
    change.apply(getPrintOptions()).apply();
  }
}
