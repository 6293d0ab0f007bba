package dev.jtorch.internal;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;

/** What tests need of {@link Sharing}; they cannot stand here, where all that runs passes for a native call. */
public final class SharingProbe {
  private SharingProbe() {}

  public static long patience() { return Sharing.patience; }

  public static void patience(long nanos) { Sharing.patience = nanos; }

  /** Waits until a thread waits for backward passes of others to end. */
  public static void awaitWaitsForRegions(String thread) throws InterruptedException {
    for (int i = 0; i < 60_000 && !Sharing.waitsForRegions(thread); i++) Thread.sleep(1);
    if (!Sharing.waitsForRegions(thread)) throw new AssertionError(thread + " does not wait");
  }

  /** Whether the calling thread is the only one that uses the tensor. */
  public static boolean isMine(Tensor tensor) {
    return Bridge.handle(tensor).isMine();
  }

  /** Whether every user of the tensor has to check. */
  public static boolean isEverybodys(Tensor tensor) {
    return Bridge.handle(tensor).user() == null;
  }
}
