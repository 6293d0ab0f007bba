package dev.jtorch.io;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * Files of one array in numpy's npy format.
 *
 * <p>Versions 1 to 3, both orders of elements, both byte orders, and every dtype that numpy and PyTorch share. What is written
 * has the bytes of {@code numpy.save(path, tensor.numpy())}; what is read has the strides of
 * {@code torch.from_numpy(numpy.load(path))}. An array of Python objects is a pickle, and is refused. Files appear complete or
 * not at all.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
public final class Npy {
  private Npy() {}

  /**
   * Reads an array.
   *
   * @throws CheckpointException if the file cannot be read, is damaged, or holds elements that PyTorch has no type for
   */
  public static Tensor load(Path path) {
    String name = String.valueOf(path.getFileName());
    try (var file = RegularFile.open(path)) {
      return NpyArray.read(name, (from, length) -> file.map(MapMode.READ_ONLY, from, length), file.size());
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
  }

  /** The same as {@link #load(Path)}, for a path in text. */
  public static Tensor load(String path) {
    return load(Path.of(required(path, "path")));
  }

  /**
   * Writes a tensor.
   *
   * @throws CheckpointException if the file cannot be written, or numpy has no such dtype
   */
  public static void save(Tensor tensor, Path path) {
    String name = String.valueOf(path.getFileName());
    try (var temporaries = Scope.open()) {
      NpyArray.Plan plan = NpyArray.Plan.of(name, tensor);
      RegularFile.replace(path, plan::writeTo);
    } catch (IOException e) {
      throw RegularFile.unwritable(name, e);
    }
  }

  /** The same as {@link #save(Tensor, Path)}, for a path in text. */
  public static void save(Tensor tensor, String path) {
    save(tensor, Path.of(required(path, "path")));
  }
}
