package dev.jtorch;

import dev.jtorch.internal.MemoryPressure;
import dev.jtorch.internal.NativeScope;

/**
 * What native memory JTorch holds at one moment.
 *
 * @param liveTensors native tensor handles that are neither released nor collected; a tensor and its views count apart
 * @param residentBytes memory of the whole process that is in RAM, Java's heap included
 * @param limitBytes the resident memory at which collections become more eager, see {@code -Djtorch.maxMemory}
 * @param collections how many garbage collections JTorch has asked for
 * @param openScopes scopes open on the calling thread
 */
public record MemoryStats(long liveTensors, long residentBytes, long limitBytes, long collections, int openScopes) {
  /** Looks now. */
  public static MemoryStats now() {
    Tensor.loadNatives();
    return new MemoryStats(MemoryPressure.liveHandles(), MemoryPressure.residentBytes(), MemoryPressure.limit(),
        MemoryPressure.collections(), NativeScope.depth());
  }
}
