package dev.jtorch.internal;

import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/**
 * Asks for a garbage collection when the process's resident memory has grown by a step since the last one.
 *
 * <p>The collector sees a few hundred bytes for each tensor and would let gigabytes of unreachable native memory pile up.
 * Resident memory is measured rather than summed over handles, because a reachable loss can hold a whole graph of saved
 * activations that no Java object stands for.
 */
public final class MemoryPressure {
  private static final long LIMIT = limit();
  private static final long STEP = Math.max(256L << 20, LIMIT / 16);
  private static final long LONGEST_WAIT_NANOS = 200_000_000L;
  private static volatile long baseline;
  private static volatile long collections;

  private MemoryPressure() {}

  /** Collects if memory has grown enough; called once for some tens of megabytes of allocation. */
  static void look() {
    long resident = Pointer.physicalBytes();
    if (baseline == 0) baseline = resident;
    if (resident > baseline + STEP || (resident > LIMIT && resident > baseline + STEP / 8)) collect();
  }

  private static synchronized void collect() {
    if (Pointer.physicalBytes() <= baseline + STEP / 8) return; // another thread has just collected
    collections++;
    System.gc();
    awaitDeallocations();
    Pointer.trimMemory();
    baseline = Pointer.physicalBytes();
  }

  /** The presets free on a thread of their own; waits until it has caught up. */
  private static void awaitDeallocations() {
    long end = System.nanoTime() + LONGEST_WAIT_NANOS;
    long before;
    do {
      before = Pointer.totalCount();
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    } while (Pointer.totalCount() < before && System.nanoTime() < end);
  }

  /** The memory at which collections become more eager: {@code -Djtorch.maxMemory=BYTES}, or 80 % of what there is. */
  public static long limit() {
    long configured = Long.getLong("jtorch.maxMemory", 0);
    if (configured > 0) return configured;
    var system = ManagementFactory.getOperatingSystemMXBean();
    long total = system instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getTotalMemorySize()
        : Pointer.totalPhysicalBytes();
    return total / 10 * 8;
  }

  /** Resident bytes of the process now. */
  public static long residentBytes() { return Pointer.physicalBytes(); }

  /** How many native handles live: made, and neither closed nor collected. */
  public static long liveHandles() {
    return Pointer.totalCount() - PooledNatives.count();
  }

  /** How many collections JTorch has asked for. */
  public static long collections() { return collections; }
}
