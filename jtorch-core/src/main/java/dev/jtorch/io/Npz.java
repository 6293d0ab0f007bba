package dev.jtorch.io;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.io.zip.RegularFile;
import dev.jtorch.io.zip.ZipArchive;
import dev.jtorch.io.zip.ZipWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Archives of arrays by name in numpy's npz format, as {@code numpy.savez} and {@code numpy.savez_compressed} write them.
 *
 * <p>Each array is as in {@link Npy}. What is written is not compressed, and {@code numpy.load} reads it. Files appear complete
 * or not at all, and equal content gives equal bytes.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.savez.html">numpy.savez</a>
 */
public final class Npz {
  private static final String ENDING = ".npy";
  /** An archive of nothing; numpy knows only this form of it. */
  private static final byte[] EMPTY = ("PK\5\6" + "\0".repeat(18)).getBytes(StandardCharsets.ISO_8859_1);

  private Npz() {}

  /**
   * Reads all arrays, in the order of the archive.
   *
   * @throws CheckpointException if the file cannot be read, is damaged, or holds something else than arrays of numbers
   */
  public static StateDict load(Path path) {
    String name = String.valueOf(path.getFileName());
    var arrays = new StateDict();
    try (var zip = ZipArchive.open(path)) {
      for (String record : zip.names()) {
        if (!record.endsWith(ENDING)) {
          throw new CheckpointException(
              name + ": record " + record + " is no array (expected: names that end in .npy)");
        }
        zip.check(record);
        Tensor array = NpyArray.read(name + ": " + record, (from, length) -> zip.bytes(record, from, length),
            zip.size(record));
        arrays.put(record.substring(0, record.length() - ENDING.length()), array);
      }
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
    return arrays;
  }

  /** The same as {@link #load(Path)}, for a path in text. */
  public static StateDict load(String path) {
    return load(Path.of(required(path, "path")));
  }

  /**
   * Writes tensors.
   *
   * @throws CheckpointException if the file cannot be written, or numpy has not the dtype of a tensor
   */
  public static void save(Map<String, ? extends Tensor> tensors, Path path) {
    String name = String.valueOf(path.getFileName());
    try {
      RegularFile.replace(path, out -> {
        if (tensors.isEmpty()) {
          HostBytes.writeAll(ByteBuffer.wrap(EMPTY), out);
          return;
        }
        var zip = new ZipWriter(name, out);
        for (Map.Entry<String, ? extends Tensor> entry : tensors.entrySet()) {
          add(zip, name, entry.getKey(), entry.getValue());
        }
        zip.finish();
      });
    } catch (IOException e) {
      throw RegularFile.unwritable(name, e);
    }
  }

  /** The same as {@link #save(Map, Path)}, for a path in text. */
  public static void save(Map<String, ? extends Tensor> tensors, String path) {
    save(tensors, Path.of(required(path, "path")));
  }

  private static void add(ZipWriter zip, String name, String key, Tensor tensor) throws IOException {
    try (var temporaries = Scope.open()) {
      NpyArray.Plan plan = NpyArray.Plan.of(name + ": " + key, tensor);
      zip.add(key + ENDING, plan.size(), plan::writeTo);
    }
  }
}
