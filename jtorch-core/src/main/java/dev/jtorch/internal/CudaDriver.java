package dev.jtorch.internal;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the NVIDIA driver says about devices. The presets show it in a library that only builds with CUDA can load; the driver's
 * own library is there with any device.
 */
public final class CudaDriver {
  private static final int LONGEST_NAME = 256;
  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;

  private static final @Nullable NativeLibrary LIBRARY = load();

  private CudaDriver() {}

  private static @Nullable NativeLibrary load() {
    try {
      return NativeLibrary.getInstance(Platform.isWindows() ? "nvcuda" : "libcuda.so.1");
    } catch (UnsatisfiedLinkError e) {
      return null;
    }
  }

  /** {@return whether this machine has a driver and the driver a device} */
  public static boolean present() {
    return LIBRARY != null && function(LIBRARY, "cuInit").invokeInt(new Object[] {0}) == 0;
  }

  /** The name of a device that exists. */
  public static String name(int index) {
    var name = new byte[LONGEST_NAME];
    call("cuDeviceGetName", name, name.length, handle(index));
    int end = 0;
    while (end < name.length && name[end] != 0) end++;
    return new String(name, 0, end, StandardCharsets.UTF_8);
  }

  /** The major and the minor number of the compute capability of a device that exists. */
  public static int[] capability(int index) {
    return new int[] {attribute(CAPABILITY_MAJOR, index), attribute(CAPABILITY_MINOR, index)};
  }

  private static int attribute(int which, int index) {
    var value = new IntByReference();
    call("cuDeviceGetAttribute", value, which, handle(index));
    return value.getValue();
  }

  private static int handle(int index) {
    var device = new IntByReference();
    call("cuDeviceGet", device, index);
    return device.getValue();
  }

  private static void call(String name, Object... arguments) {
    if (LIBRARY == null) throw NativeErrors.failed("cuda", "CUDA driver: there is none");
    int error = function(LIBRARY, name).invokeInt(arguments);
    if (error != 0) throw NativeErrors.failed("cuda", "CUDA driver: " + name + " failed with error " + error);
  }

  private static Function function(NativeLibrary library, String name) { return library.getFunction(name); }
}
