package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.CheckpointOptions;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Saving and loading under the names that PyTorch's users look for. This is the one place where this package reaches up, to
 * {@code dev.jtorch.io}.
 */
abstract sealed class TorchFiles extends TorchModes permits TorchJoining {
  TorchFiles() {}

  /**
   * Writes tensors, maps, lists, numbers, strings, booleans and null so that Python's
   * {@code torch.load(path, weights_only=True)} reads them. The file appears complete or not at all.
   *
   * @throws dev.jtorch.io.CheckpointException if the value holds something else, or the file cannot be written
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.save.html">torch.save</a>
   */
  public static void save(@Nullable Object value, Path path) { Checkpoint.save(value, required(path, "path")); }

  /**
   * Reads what {@code torch.save} or {@link #save} wrote; nothing in the file is executed.
   *
   * @throws dev.jtorch.io.CheckpointException if the file cannot be read, is damaged, or holds more than tensors and plain
   *     data
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.load.html">torch.load</a>
   */
  public static Checkpoint load(Path path) { return Checkpoint.load(required(path, "path")); }

  /** Reads what {@code torch.save} or {@link #save} wrote as the options say: {@code Torch.load(path, o -> o.mmap(true))}. */
  public static Checkpoint load(Path path, UnaryOperator<CheckpointOptions> with) {
    return Checkpoint.load(required(path, "path"), required(with, "with"));
  }
}
