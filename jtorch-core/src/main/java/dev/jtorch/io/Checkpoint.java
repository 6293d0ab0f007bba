package dev.jtorch.io;

import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .pt} file holds, with typed access to its entries: {@code Torch.load(path).stateDict("model")}.
 *
 * <p>The value consists of tensors, ordered maps, lists, sets, {@link Tuple}s, numbers, strings, booleans and null, as
 * {@code torch.load(path, weights_only=True)} gives them; nothing in the file is executed.
 *
 * <p>Differs from PyTorch: a Parameter is read as a tensor that requires grad, a bare storage as a tensor of one dimension, a
 * frozenset as a set and a bytearray as {@code byte[]}; Python attributes of tensors are left out. Sparse, quantized and meta
 * tensors are refused by name.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.load.html">torch.load</a>
 */
public final class Checkpoint {
  private static final String STREAM = "stream";

  private final String name;
  private final @Nullable Object value;

  Checkpoint(String name, @Nullable Object value) {
    this.name = name;
    this.value = value;
  }

  /**
   * Reads a file that {@code torch.save} or {@link #save} wrote, or one of the formats of {@link SafeTensors}, {@link Npy} and
   * {@link Npz}; which of them it is, its content tells and not its name.
   *
   * @throws CheckpointException if it cannot be read, is damaged, or holds more than tensors and plain data
   */
  public static Checkpoint load(Path path) { return load(path, o -> o); }

  /** The same as {@link #load(Path)}, for a path in text. */
  public static Checkpoint load(String path) {
    return load(Path.of(required(path, "path")));
  }

  /**
   * Reads a file that {@code torch.save} or {@link #save} wrote, or one of another format that is known, as the options say.
   *
   * @throws CheckpointException if it cannot be read, is damaged, or holds more than tensors and plain data; or if a tensor
   *     belongs to a device that does not exist here and the options map it to no other
   */
  public static Checkpoint load(Path path, UnaryOperator<CheckpointOptions> with) {
    CheckpointOptions options = configured(new CheckpointOptions(), with);
    return new Checkpoint(String.valueOf(path.getFileName()), FileFormat.of(path).read(path, options));
  }

  /** The same as {@link #load(Path, UnaryOperator)}, for a path in text. */
  public static Checkpoint load(String path, UnaryOperator<CheckpointOptions> with) {
    return load(Path.of(required(path, "path")), with);
  }

  /** The same as {@link #load(InputStream, UnaryOperator)}, with the default options. */
  public static Checkpoint load(InputStream stream) {
    return load(stream, o -> o);
  }

  /**
   * Reads a file from a stream, up to the stream's end; the caller closes it. The bytes go through a temporary file, so that a
   * checkpoint larger than the heap can be read, and {@code mmap} works. An index of several safetensors files is refused: it
   * needs the files beside it.
   *
   * @throws CheckpointException as {@link #load(Path, UnaryOperator)} does; it calls the file "stream"
   */
  public static Checkpoint load(InputStream stream, UnaryOperator<CheckpointOptions> with) {
    required(stream, "stream");
    try {
      Path folder = Files.createTempDirectory("jtorch");
      Path copy = folder.resolve(STREAM); // errors give the name of the file
      try {
        Files.copy(stream, copy);
        if (FileFormat.of(copy) == FileFormat.SAFETENSORS_INDEX) {
          throw new CheckpointException(
              STREAM + ": begins like an index of safetensors files (expected: a file with tensors);"
                  + " load an index by its path");
        }
        return load(copy, with);
      } finally {
        delete(copy);
        delete(folder);
      }
    } catch (IOException e) {
      throw RegularFile.unreadable(STREAM, e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit(); // Windows does not delete a file that is mapped
    }
  }

  /**
   * Writes a value that {@code torch.load(path, weights_only=True)} reads: tensors, maps, lists, numbers, strings, booleans and
   * null, nested at will. The file appears complete or not at all, and equal content gives equal bytes.
   *
   * @throws CheckpointException if the value holds something else, or the file cannot be written
   */
  public static void save(@Nullable Object value, Path path) { CheckpointWriter.write(value, path); }

  /** The same as {@link #save(Object, Path)}, for a path in text. */
  public static void save(@Nullable Object value, String path) {
    save(value, Path.of(required(path, "path")));
  }

  /**
   * Writes the bytes of such a file to a stream and flushes it; the caller closes it. Nothing is written if the value is refused.
   *
   * @throws CheckpointException if the value holds something else, or the stream fails; it calls the file "stream"
   */
  public static void save(@Nullable Object value, OutputStream stream) {
    CheckpointWriter.write(value, STREAM, Channels.newChannel(required(stream, "stream")));
    try {
      stream.flush();
    } catch (IOException e) {
      throw RegularFile.unwritable(STREAM, e);
    }
  }

  /** {@return the whole value} */
  public @Nullable Object value() { return value; }

  /** {@return the value as one tensor} */
  public Tensor tensor() { return as(Tensor.class, value, "the value"); }

  /** {@return the value as a state} */
  public StateDict stateDict() { return stateDict(value, "the value"); }

  /** {@return whether the value is a map that has the key} */
  public boolean contains(String key) {
    return value instanceof Map<?, ?> map && map.containsKey(key);
  }

  /** The entry of a key. */
  public @Nullable Object get(String key) {
    Map<?, ?> map = as(Map.class, value, "the value");
    if (!map.containsKey(key)) {
      throw new CheckpointException(name + ": no entry '" + key + "' (expected: one of " + map.keySet() + ")");
    }
    return map.get(key);
  }

  /** The entry of a key, as a tensor. */
  public Tensor tensor(String key) {
    return as(Tensor.class, get(key), quoted(key));
  }

  /** The entry of a key, as a state: a map of strings to tensors. */
  public StateDict stateDict(String key) {
    return stateDict(get(key), quoted(key));
  }

  /** The entry of a key, as a map with string keys, such as an optimizer's state. */
  public Map<String, Object> map(String key) {
    var typed = new LinkedHashMap<String, Object>();
    Map<?, ?> map = as(Map.class, get(key), quoted(key));
    map.forEach((k, v) -> typed.put(as(String.class, k, "a key of " + quoted(key)), v));
    return typed;
  }

  /** The entry of a key, as a list. */
  public List<?> list(String key) { return as(List.class, get(key), quoted(key)); }

  /** The entry of a key, as a long. */
  public long longValue(String key) {
    return as(Long.class, get(key), quoted(key));
  }

  /** The entry of a key, as a double. */
  public double doubleValue(String key) {
    return as(Number.class, get(key), quoted(key)).doubleValue();
  }

  /** The entry of a key, as a string. */
  public String string(String key) {
    return as(String.class, get(key), quoted(key));
  }

  /** The entry of a key, as a boolean. */
  public boolean booleanValue(String key) {
    return as(Boolean.class, get(key), quoted(key));
  }

  private static String quoted(String key) { return "entry '" + key + "'"; }

  private StateDict stateDict(@Nullable Object value, String what) {
    var state = new StateDict();
    Map<?, ?> map = as(Map.class, value, what);
    map.forEach((key, tensor) -> state.put(as(String.class, key, "a key of " + what),
        as(Tensor.class, tensor, what + "'s '" + key + "'")));
    StateMetadata.read(map, state.metadata());
    return state;
  }

  private <T> T as(Class<T> type, @Nullable Object value, String what) {
    if (type.isInstance(value)) return type.cast(value);
    throw new CheckpointException(name + ": " + what + " is " + (value == null ? "null" : "a "
        + value.getClass().getSimpleName()) + " (expected: a " + type.getSimpleName() + ")");
  }
}
