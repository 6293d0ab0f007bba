package dev.jtorch;

import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.BlasThreads;
import dev.jtorch.internal.NativeAutograd;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.CheckpointOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's free functions, all called as {@code Torch.name(..)}: those that make tensors, those that are methods of
 * {@link Tensor} as well, the modes of the thread and the process, and saving and loading.
 *
 * <p>Java programs call them as Python's call {@code torch.name(..)}: {@code Torch.exp(x)}, {@code Torch.cat(x, y)},
 * {@code Torch.zeros(2, 3)}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html">torch</a>
 */
public final class Torch extends TorchOperations {
  private Torch() {}

  /**
   * Records no gradients on this thread until the guard is closed: {@code try (var quiet = Torch.noGrad()) { .. }}. What is
   * computed in it requires no gradients and keeps nothing for a backward pass.
   *
   * <p>Differs from PyTorch: the flag {@code volatile}, which did this before PyTorch 0.4 and does nothing now, does not exist.
   */
  public static GradModeGuard noGrad() {
    return GradModeGuard.gradMode(false);
  }

  /** Computes something without recording gradients: {@code var y = Torch.noGrad(() -> net.call(x))}. */
  public static <T extends @Nullable Object> T noGrad(Supplier<T> computation) {
    try (var quiet = noGrad()) {
      return required(computation, "computation").get();
    }
  }

  /** Does something without recording gradients. */
  public static void noGrad(Runnable action) {
    try (var quiet = noGrad()) {
      required(action, "action").run();
    }
  }

  /** Records gradients on this thread until the guard is closed, also inside {@link #noGrad}. */
  public static GradModeGuard enableGrad() {
    return GradModeGuard.gradMode(true);
  }

  /** Computes something while recording gradients. */
  public static <T extends @Nullable Object> T enableGrad(Supplier<T> computation) {
    try (var recorded = enableGrad()) {
      return required(computation, "computation").get();
    }
  }

  /** Does something while recording gradients. */
  public static void enableGrad(Runnable action) {
    try (var recorded = enableGrad()) {
      required(action, "action").run();
    }
  }

  /** Records gradients on this thread or not; closing the guard, which need not be done, goes back. */
  public static GradModeGuard setGradEnabled(boolean on) {
    return GradModeGuard.gradMode(on);
  }

  /**
   * Sets how many threads of the process an operator on the CPU may use. Before it is called, that is {@code OMP_NUM_THREADS}, or
   * as many as there are cores.
   *
   * @throws TorchException if the number is not positive
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.set_num_threads.html">torch.set_num_threads</a>
   */
  public static void setNumThreads(int threads) {
    if (threads < 1) {
      throw new TorchException("setNumThreads: threads is " + threads + " (expected: a positive number)");
    }
    Tensor.loadNatives();
    BlasThreads.setNumThreads(threads);
  }

  /** {@return how many threads an operator on the CPU may use} */
  public static int getNumThreads() {
    Tensor.loadNatives();
    return BlasThreads.numThreads();
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

  /** Computes something in inference mode. */
  public static <T extends @Nullable Object> T inferenceMode(Supplier<T> computation) {
    try (var fast = inferenceMode()) {
      return required(computation, "computation").get();
    }
  }

  /** Does something in inference mode. */
  public static void inferenceMode(Runnable action) {
    try (var fast = inferenceMode()) {
      required(action, "action").run();
    }
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
  public static void setPrintOptions(UnaryOperator<PrintOptions> with) {
    configured(getPrintOptions(), with).apply();
  }

  /**
   * Writes tensors, maps, lists, numbers, strings, booleans and null so that Python's
   * {@code torch.load(path, weights_only=True)} reads them. The file appears complete or not at all.
   *
   * @throws dev.jtorch.io.CheckpointException if the value holds something else, or the file cannot be written
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.save.html">torch.save</a>
   */
  public static void save(@Nullable Object value, Path path) { Checkpoint.save(value, required(path, "path")); }

  /** The same as {@link #save(Object, Path)}, for a path in text. */
  public static void save(@Nullable Object value, String path) {
    save(value, Path.of(required(path, "path")));
  }

  /**
   * The same as {@link #save(Object, Path)}, to a stream, which the caller closes.
   *
   * @throws dev.jtorch.io.CheckpointException if the value holds something else, or the stream fails; it calls the file "stream"
   */
  public static void save(@Nullable Object value, OutputStream stream) {
    Checkpoint.save(value, required(stream, "stream"));
  }

  /**
   * Reads what {@code torch.save} or {@link #save} wrote; nothing in the file is executed.
   *
   * @throws dev.jtorch.io.CheckpointException if the file cannot be read, is damaged, or holds more than tensors and plain
   *     data
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.load.html">torch.load</a>
   */
  public static Checkpoint load(Path path) { return Checkpoint.load(required(path, "path")); }

  /** The same as {@link #load(Path)}, for a path in text. */
  public static Checkpoint load(String path) {
    return load(Path.of(required(path, "path")));
  }

  /** Reads what {@code torch.save} or {@link #save} wrote as the options say: {@code Torch.load(path, o -> o.mmap(true))}. */
  public static Checkpoint load(Path path, UnaryOperator<CheckpointOptions> with) {
    return Checkpoint.load(required(path, "path"), required(with, "with"));
  }

  /** The same as {@link #load(Path, UnaryOperator)}, for a path in text. */
  public static Checkpoint load(String path, UnaryOperator<CheckpointOptions> with) {
    return load(Path.of(required(path, "path")), with);
  }

  /**
   * The same as {@link #load(Path)}, from a stream, which is read to its end and which the caller closes.
   *
   * @throws dev.jtorch.io.CheckpointException if the stream fails, or what it gives is damaged or holds more than tensors and
   *     plain data; it calls the file "stream"
   */
  public static Checkpoint load(InputStream stream) { return Checkpoint.load(required(stream, "stream")); }

  /** The same as {@link #load(InputStream)}, as the options say. */
  public static Checkpoint load(InputStream stream, UnaryOperator<CheckpointOptions> with) {
    return Checkpoint.load(required(stream, "stream"), required(with, "with"));
  }
}
