package dev.jtorch.internal;

import org.bytedeco.javacpp.Loader;

/** LibTorch could not be loaded. The message says what was looked for and which dependency brings it. */
public final class MissingNatives extends UnsatisfiedLinkError {
  private static final long serialVersionUID = 1L;

  MissingNatives(String message, Throwable cause) {
    super(message);
    initCause(cause);
  }

  static String describe(Throwable cause) {
    return describe(Loader.getPlatform(), NativeErrors.firstLine(String.valueOf(cause.getMessage())),
        MissingNatives.class.getModule().isNamed());
  }

  /** The message for a platform, apart from loading so that a test can compare it. */
  static String describe(String platform, String reason, boolean onModulePath) {
    return "JTorch: LibTorch's native libraries for " + platform
        + " could not be loaded (expected: jniopenblas_nolapack and jnitorch on the "
        + (onModulePath ? "module path; " : "class path; ") + reason + "); add the dependency dev.jtorch:jtorch-"
        + platform
        // a pom brings the native jars, but no module that requires them
        + (onModulePath ? ", as a jar and not as type pom" : "");
  }
}
