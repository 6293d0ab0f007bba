package dev.jtorch.internal;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;

/**
 * Asks for a garbage collection when the process's resident memory, or what tensors hold on a CUDA device, has grown by a step
 * since the last one.
 *
 * <p>The collector sees a few hundred bytes for each tensor and would let gigabytes of unreachable native memory pile up.
 * Memory is measured rather than summed over handles, because a reachable loss can hold a whole graph of saved activations that
 * no Java object stands for.
 */
public final class MemoryPressure {
  private static final long SMALLEST_STEP = 256L << 20;
  private static final long LONGEST_WAIT_NANOS = 200_000_000L;
  private static final long LIMIT = chosenLimit();
  private static final Watched HOST = new Watched(Pointer::physicalBytes, () -> LIMIT);
  private static final List<Watched> DEVICES = new CopyOnWriteArrayList<>();
  private static volatile long collections;

  private MemoryPressure() {}

  /** A memory that fills up unseen by the collector. */
  private static final class Watched {
    private final LongSupplier used;
    private final LongSupplier findLimit;
    private volatile long limit;
    private volatile long baseline;

    Watched(LongSupplier used, LongSupplier findLimit) {
      this.used = used;
      this.findLimit = findLimit;
    }

    /** Asked for when it first makes a difference, and once: a driver takes its time to answer. */
    private long limit() {
      if (limit == 0) limit = findLimit.getAsLong();
      return limit;
    }

    /** Whether there may be enough garbage in it. */
    boolean isPressing() {
      long now = used.getAsLong();
      if (baseline == 0) baseline = now;
      if (now <= baseline + SMALLEST_STEP / 8) return false;
      long step = step();
      return now > baseline + step || (now > limit() && now > baseline + step / 8);
    }

    /** False where another thread has just collected. */
    boolean isStillPressing() {
      return used.getAsLong() > baseline + step() / 8;
    }

    private long step() {
      return Math.max(SMALLEST_STEP, limit() / 16);
    }

    void collected() {
      baseline = used.getAsLong();
    }
  }

  /** Looks at a device's memory, too, from now on. */
  static void watch(LongSupplier used, LongSupplier total) {
    DEVICES.add(new Watched(used, () -> most(total.getAsLong())));
  }

  private static long most(long total) { return total / 10 * 8; }

  /** Collects if memory has grown enough; called once for some tens of megabytes of allocation. */
  static void look() {
    if (HOST.isPressing()) collect(HOST);
    for (Watched device : DEVICES) if (device.isPressing()) collect(device);
  }

  private static void collect(Watched pressing) {
    if (!VirtualModes.onVirtualThread()) {
      collectHere(pressing);
      return;
    }
    // Waiting for the collection takes a virtual thread off its carrier. If it held the lock meanwhile, virtual threads in hooks,
    // which cannot leave theirs, could wait for that lock on all carriers, so that nobody would ever run the owner again.
    Future<?> collection = OnOneThread.EXECUTOR.submit(() -> collectHere(pressing));
    try {
      collection.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("MemoryPressure: the collection failed", e);
    }
  }

  /** A thread of the operating system that collects for virtual threads. */
  private static final class OnOneThread {
    static final ExecutorService EXECUTOR = Executors.newSingleThreadExecutor(work -> {
      var thread = new Thread(work, "jtorch-memory-pressure");
      thread.setDaemon(true);
      return thread;
    });
  }

  private static synchronized void collectHere(Watched pressing) {
    if (!pressing.isStillPressing()) return;
    collections++;
    NodeAttachments.sweep();
    System.gc();
    awaitDeallocations();
    NodeAttachments.sweep();
    Pointer.trimMemory();
    HOST.collected();
    DEVICES.forEach(Watched::collected);
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
    return LIMIT;
  }

  private static long chosenLimit() {
    long configured = Long.getLong("jtorch.maxMemory", 0);
    if (configured > 0) return configured;
    var system = ManagementFactory.getOperatingSystemMXBean();
    long total = system instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getTotalMemorySize()
        : Pointer.totalPhysicalBytes();
    return most(total);
  }

  /** Resident bytes of the process now. */
  public static long residentBytes() { return Pointer.physicalBytes(); }

  /** How many native handles live: made, and neither closed nor collected. */
  public static long liveHandles() {
    NodeAttachments.sweep();
    // for a moment a collected helper may have been taken off the first number and not yet off the second
    return Math.max(0, Pointer.totalCount() - PooledNatives.count());
  }

  /** How many collections JTorch has asked for. */
  public static long collections() { return collections; }
}
