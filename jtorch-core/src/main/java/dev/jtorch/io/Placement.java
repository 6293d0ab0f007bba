package dev.jtorch.io;

import dev.jtorch.Cuda;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.NativeInfo;
import java.util.List;
import java.util.Locale;

/** Puts bytes where a location says, with PyTorch's own texts where that place does not exist. */
final class Placement {
  private static final String CPU = "cpu";
  private static final String META = "meta";
  private static final String CUDA = "cuda";
  private static final List<String> ACCELERATORS = List.of(CUDA, "mps", "xpu", "mtia");

  private Placement() {}

  static boolean isCpu(String location) { return location.equals(CPU); }

  /** The bytes at their place; {@code bytes} is on the CPU. */
  static Tensor place(Tensor bytes, String location) {
    if (isCpu(location)) return bytes;
    if (location.equals(META)) {
      return Torch.empty(new long[] {bytes.numel()}, o -> o.dtype(DType.UINT8).device(Device.META));
    }
    return bytes.to(accelerator(location));
  }

  private static Device accelerator(String location) {
    String kind = ACCELERATORS.stream().filter(location::startsWith).findFirst().orElseThrow(
        () -> new CheckpointException(
            "don't know how to restore data location of torch.storage.UntypedStorage (tagged with "
                + location + ")"));
    Device device = kind.equals("xpu") || kind.equals("mtia") ? null : device(location);
    boolean available =
        kind.equals(CUDA) ? Cuda.isAvailable() : kind.equals("mps") && NativeInfo.mpsAvailable();
    if (device == null || !available) throw absent(kind);
    if (device.isCuda() && device.index() >= Cuda.deviceCount()) {
      throw new CheckpointException("Attempting to deserialize object on CUDA device " + device.index()
          + " but torch.cuda.device_count() is " + Cuda.deviceCount()
          + ". Please use torch.load with map_location to map your storages to an existing device.");
    }
    return device;
  }

  private static Device device(String location) {
    try {
      return Device.of(location);
    } catch (DeviceException e) {
      throw new CheckpointException("Invalid device string: '" + location + "'", e);
    }
  }

  private static CheckpointException absent(String kind) {
    return new CheckpointException("Attempting to deserialize object on a " + kind.toUpperCase(Locale.ROOT)
        + " device but torch." + kind + ".is_available() is False. If you are running on a CPU-only machine, please use"
        + " torch.load with map_location=torch.device('cpu') to map your storages to the CPU.");
  }
}
