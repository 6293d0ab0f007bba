package dev.jtorch.internal;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;

/**
 * Loads LibTorch once, with the settings that must be in place before it.
 *
 * <p>Everything that reaches native code goes through {@link #load()} first; classes above this package do so in the static
 * initialiser of {@code Tensor}.
 */
public final class Natives {
  static {
    NativeSettings.applyBeforeLoading();
    try {
      Loader.load(openblas_nolapack.class);
      Loader.load(Tensor.class);
    } catch (LinkageError e) {
      throw new MissingNatives(MissingNatives.describe(e), e);
    }
    NativeErrors.leaveOutCppFrames();
    BlasThreads.start();
  }

  private Natives() {}

  /** Makes sure that LibTorch is loaded; fails with one line that says which artifact to add. */
  public static void load() {
    // the static initialiser does the work, once
  }
}
