package dev.jtorch.io;

import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a storage of a checkpoint goes: a function as {@code torch.load}'s {@code map_location} takes.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.load.html">torch.load</a>
 */
@FunctionalInterface
public interface MapLocation {
  /**
   * Called once for each storage of the file.
   *
   * @param storage the bytes of the storage, on the CPU: one-dimensional, {@code UINT8}
   * @param location the device it was saved from, as in {@code cpu} or {@code cuda:0}
   * @return the bytes where they shall lie, such as {@code storage} itself; null puts them where they were saved
   */
  @Nullable Tensor map(Tensor storage, String location);
}
