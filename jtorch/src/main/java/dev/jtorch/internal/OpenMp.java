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

  private OpenMp() {}

  /** Runs work that is too little to wake other threads for, although its kernels would. */
  static void onThisThreadAlone(Runnable work) {
    int threads = torch.get_num_threads();
    if (SET_THREADS == null || threads == 1) {
      work.run();
      return;
    }
    SET_THREADS.invokeVoid(new Object[] {1});
    try {
      work.run();
    } finally {
      SET_THREADS.invokeVoid(new Object[] {threads});
    }
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
