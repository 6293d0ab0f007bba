package dev.jtorch.io;

import dev.jtorch.Device;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a checkpoint is read: {@code Torch.load(path, o -> o.mapLocation("cpu"))}.
 *
 * @param locations from the device that a storage was saved from to the one that it shall lie on
 * @param mapper decides about each storage before {@code locations} does; null means it does not
 * @param mmap whether tensors are views of the mapped file, in place of copies of its bytes
 */
public record CheckpointOptions(UnaryOperator<String> locations, @Nullable MapLocation mapper, boolean mmap) {
  static final CheckpointOptions DEFAULT = new CheckpointOptions(UnaryOperator.identity(), null, false);

  /** {@return these options with every storage on one device} */
  public CheckpointOptions mapLocation(Device device) {
    return mapLocation(device.toString());
  }

  /** {@return these options with every storage on one device, by its name in PyTorch} */
  public CheckpointOptions mapLocation(String device) {
    return new CheckpointOptions(saved -> device, null, mmap);
  }

  /** {@return these options with the storages of some devices on others; those of the rest stay where they were saved} */
  public CheckpointOptions mapLocation(Map<String, String> devices) {
    Map<String, String> known = Map.copyOf(devices);
    return new CheckpointOptions(saved -> known.getOrDefault(saved, saved), null, mmap);
  }

  /** {@return these options with a function that decides about each storage} */
  public CheckpointOptions mapLocation(MapLocation function) {
    return new CheckpointOptions(UnaryOperator.identity(), function, mmap);
  }

  /**
   * {@return these options with tensors as views of the mapped file or not}
   *
   * <p>A mapped file is read when elements are used, and what is written to a tensor stays in memory. The file must stay as it
   * is while a tensor lives: if it is made shorter, the process ends when a lost part is used.
   *
   * <p>Differs from PyTorch: storages that the file holds compressed, in another byte order, or not aligned to their elements
   * are copied, where PyTorch fails or reads them slowly; so are those of the format before PyTorch 1.6 mostly.
   */
  public CheckpointOptions mmap(boolean on) {
    return new CheckpointOptions(locations, mapper, on);
  }
}
