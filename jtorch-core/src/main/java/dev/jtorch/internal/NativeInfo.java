package dev.jtorch.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** What this LibTorch is and can do, for {@code jtorch doctor} and for checks of devices. */
public final class NativeInfo {
  private NativeInfo() {}

  /** Facts in the order in which they are shown. */
  public static Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    String preset = version("pytorch");
    facts.put("LibTorch", preset.replaceFirst("-.*", ""));
    facts.put("presets", "pytorch " + preset + ", openblas " + version("openblas") + ", javacpp " + version("javacpp"));
    facts.put("platform", Loader.getPlatform());
    facts.put("CPU capability", text(torch.get_cpu_capability()));
    facts.put("CUDA", NativeCuda.available() ? NativeCuda.count() + " devices" : "not available");
    facts.put("threads", String.valueOf(BlasThreads.numThreads()));
    return facts;
  }

  /** The version of a preset as its jar states it, such as {@code 2.10.0-1.5.13}. */
  private static String version(String artifact) {
    try {
      return Loader.getVersion("org.bytedeco", artifact);
    } catch (IOException e) {
      return "unknown";
    }
  }

  public static boolean mpsAvailable() { return torch.hasMPS(); }

  private static String text(BytePointer pointer) {
    try (pointer) {
      return pointer.getString();
    }
  }
}
