package dev.jtorch.io;

import dev.jtorch.Device;
import dev.jtorch.FluentOptions;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a checkpoint is read: {@code Torch.load(path, o -> o.mapLocation("cpu"))}. */
public final class CheckpointOptions extends FluentOptions<CheckpointOptions> {
  private UnaryOperator<String> locations = UnaryOperator.identity();
  private @Nullable MapLocation mapper;
  private boolean mmap = false;

  /** {@return these options with every storage on one device} */
  public CheckpointOptions mapLocation(Device device) {
    return mapLocation(device.toString());
  }

  /** Every storage on one device, by its name in PyTorch. */
  public CheckpointOptions mapLocation(String device) {
    return with(o -> { o.locations = saved -> device; o.mapper = null; });
  }

  /** {@return these options with the storages of some devices on others; those of the rest stay where they were saved} */
  public CheckpointOptions mapLocation(Map<String, String> devices) {
    Map<String, String> known = Map.copyOf(devices);
    return with(o -> { o.locations = saved -> known.getOrDefault(saved, saved); o.mapper = null; });
  }

  /** A function that decides about each storage. */
  public CheckpointOptions mapLocation(MapLocation function) {
    return with(o -> { o.locations = UnaryOperator.identity(); o.mapper = function; });
  }

  /** Whether tensors are views of the mapped file, in place of copies of its bytes. */
  public CheckpointOptions mmap(boolean mmap) {
    return with(o -> o.mmap = mmap);
  }

  public boolean mmap() { return mmap; }

  /** {@return from the device that a storage was saved from to the one that it shall lie on} */
  public UnaryOperator<String> locations() {
    return locations;
  }

  /** {@return decides about each storage before {@code locations} does; null means it does not} */
  public @Nullable MapLocation mapper() {
    return mapper;
  }
}
