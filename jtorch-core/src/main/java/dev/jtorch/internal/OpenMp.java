package dev.jtorch.internal;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * How many of LibTorch's threads the operators of the calling thread use.
 *
 * <p>LibTorch's own setter speaks to all threads at once; OpenMP's speaks to the caller alone, which is what a passing
 * change needs. The presets do not show it.
 */
final class OpenMp {
  /** Resolve symbols when they are used, and show the library's symbols to nobody else. */
  private static final int LAZY = 1;

  private static final @Nullable Function SET_THREADS = find();

  private static final Alone NOTHING = () -> {};

  private OpenMp() {}

  /** The time in which a thread works alone. */
  interface Alone extends AutoCloseable {
    @Override void close();
  }

  /** Until closed, operators of this thread wake no other thread, although their kernels would. */
  static Alone alone() {
    VirtualModes virtual = SET_THREADS == null ? null : VirtualModes.current();
    if (virtual != null) return virtual.alone();
    int threads = torch.get_num_threads();
    if (SET_THREADS == null || threads == 1) return NOTHING;
    SET_THREADS.invokeVoid(new Object[] {1});
    return () -> SET_THREADS.invokeVoid(new Object[] {threads});
  }

  /** Sets the number of threads for the operators of the calling thread. */
  static void onThisThread(int threads) {
    if (torch.get_num_threads() == threads) return;
    if (SET_THREADS == null) torch.set_num_threads(threads);
    else SET_THREADS.invokeVoid(new Object[] {threads});
  }

  /** Alone where {@code small}; as ever otherwise. */
  static Alone aloneIf(boolean small) {
    return small ? alone() : NOTHING;
  }

  /** The function in the very library that LibTorch is linked to; null on platforms that cannot look there. */
  private static @Nullable Function find() {
    if (Platform.isWindows()) return null;
    try {
      String torchLibrary = Loader.load(Tensor.class);
      return NativeLibrary.getInstance(torchLibrary, Map.of(Library.OPTION_OPEN_FLAGS, LAZY))
          .getFunction("omp_set_num_threads");
    } catch (UnsatisfiedLinkError e) {
      return null;
    }
  }
}
