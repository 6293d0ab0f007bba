package dev.jtorch.internal;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.jspecify.annotations.Nullable;

/** The C environment of this process, which native libraries read and Java's {@code System.getenv} shows as it was when the process started. */
public final class ProcessEnvironment {
  private ProcessEnvironment() {}

  /** Sets a variable for native libraries that have not read it yet. */
  public static void set(String name, String value) {
    if (Platform.isWindows()) c("_putenv_s").invokeInt(new Object[] {name, value});
    else c("setenv").invokeInt(new Object[] {name, value, 1});
  }

  /** {@return what a native library would read; null where the variable is not set} */
  public static @Nullable String get(String name) {
    return c("getenv").invokeString(new Object[] {name}, false);
  }

  private static Function c(String name) {
    return NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction(name);
  }
}
