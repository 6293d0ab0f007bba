package dev.jtorch.internal;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * Lets the C library keep the memory of freed tensors for the next ones, where that library is glibc.
 *
 * <p>Left alone, it gives the memory of a network's activations back after each pass, and the kernel hands it out again page
 * by page: a tenth of a forward pass. Why and when it goes back now: {@code docs/adr/0009-freed-memory-is-kept.md}.
 */
final class NativeHeap {
  /** Bytes that an arena keeps at its end; above the size of one of glibc's heaps, so that no heap is given back. */
  private static final int TOP_PAD = 128 << 20;
  /** Free bytes at the main arena's end from which on it gives back what is above {@link #TOP_PAD}. */
  private static final int TRIM_THRESHOLD = 512 << 20;
  /** Blocks from this size on come from the kernel and go back to it; the largest value that glibc takes. */
  private static final int MMAP_THRESHOLD = 32 << 20;

  /** The numbers of {@code mallopt}'s parameters, in {@code malloc.h}. */
  private static final Map<Integer, Integer> PARAMETERS = Map.of(-1, TRIM_THRESHOLD, -2, TOP_PAD, -3, MMAP_THRESHOLD);

  private static volatile String policy = "the system's";

  private NativeHeap() {}

  /** Sets glibc's allocator up, unless the user did. */
  static void keepFreedMemory() {
    if (!Platform.isLinux()) return;
    if (chosenByUser(System.getenv())) {
      policy = "the environment's";
      return;
    }
    try {
      Function mallopt = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction("mallopt");
      PARAMETERS.forEach((parameter, value) -> mallopt.invokeInt(new Object[] {parameter, value}));
      policy = "freed memory is kept";
    } catch (UnsatisfiedLinkError e) {
      // Not glibc: musl's allocator has nothing to set.
    }
  }

  /** Whose settings the C library's allocator follows, for {@code jtorch doctor}. */
  static String policy() {
    return policy;
  }

  /** Whether this environment says how memory is to be allocated. */
  static boolean chosenByUser(Map<String, String> environment) {
    return environment.keySet().stream().anyMatch(name -> name.startsWith("MALLOC_"))
        || environment.getOrDefault("GLIBC_TUNABLES", "").contains("glibc.malloc.");
  }
}
