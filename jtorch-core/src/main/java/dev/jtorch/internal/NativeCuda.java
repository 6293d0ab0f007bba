package dev.jtorch.internal;

import org.bytedeco.pytorch.global.torch;

/** LibTorch's CUDA devices; a build without CUDA has none. */
public final class NativeCuda {
  /** CUDA reads its environment variables when it is first asked for devices, and never again. */
  private static volatile boolean asked;

  private NativeCuda() {}

  /** {@return whether CUDA has been asked for devices, after which its environment variables are fixed} */
  public static boolean asked() {
    return asked;
  }

  /** {@return whether this LibTorch was built with CUDA} */
  public static boolean compiled() {
    return torch.hasCUDA() || available();
  }

  public static boolean available() {
    asked = true;
    return Here.AVAILABLE;
  }

  /** Found once: LibTorch gets ready to allocate on the devices, and what tensors hold there is watched. */
  private static final class Here {
    static final boolean AVAILABLE = start();

    private static boolean start() {
      if (!torch.cuda_is_available()) return false;
      torch.globalContext().lazyInitDevice(torch.DeviceType.CUDA);
      for (int i = 0; i < torch.cuda_device_count(); i++) {
        int index = i;
        MemoryPressure.watch(() -> memory(index)[0], () -> total(index));
      }
      return true;
    }
  }

  /** {@return how many devices there are; 0 without a driver} */
  public static int count() {
    return available() ? torch.cuda_device_count() : 0;
  }

  /** {@return the index of the device that {@code cuda} without an index means on this thread} */
  public static int current() {
    VirtualModes virtual = VirtualModes.current();
    if (virtual != null) return virtual.cudaDevice();
    try {
      return torch.getDeviceIndex();
    } catch (RuntimeException e) {
      throw NativeErrors.translate("cuda", e);
    }
  }

  public static void current(int index) {
    try {
      VirtualModes virtual = VirtualModes.current();
      if (virtual == null) torch.setDeviceIndex((byte) index);
      else virtual.cudaDevice(index);
    } catch (RuntimeException e) {
      throw NativeErrors.translate("cuda", e);
    }
  }

  /** Waits until a device has done all that it was given. */
  public static void synchronize(int index) {
    try {
      torch.synchronizeDevice((byte) index);
    } catch (RuntimeException e) {
      throw NativeErrors.translate("cuda", e);
    }
  }

  /** Gives the memory that the caching allocator holds and nobody uses back to the driver. */
  public static void emptyCache() {
    torch.emptyCache();
  }

  /** The bytes that tensors hold, their most so far, and the bytes that the caching allocator holds, on a device. */
  public static long[] memory(int index) {
    try (var stats = torch.getDeviceStats((byte) index)) {
      // the first of each array is the sum over small and large blocks
      return new long[] {stats.allocated_bytes().current(), stats.allocated_bytes().peak(),
        stats.reserved_bytes().current()};
    }
  }

  /** The bytes that a device has. */
  private static long total(int index) {
    try (var freeAndTotal = torch.getMemoryInfo((byte) index)) {
      return freeAndTotal.second();
    }
  }

  /** Lets the most so far begin again at what is held now. */
  public static void resetPeak(int index) {
    torch.resetPeakStats((byte) index);
  }
}
