package dev.jtorch.io;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.io.safetensors.HeaderReader;
import java.nio.file.Path;
import java.util.Map;

/**
 * Files of the safetensors format: tensors by name, and nothing that could be executed.
 *
 * <p>What is written has the bytes that Python's {@code safetensors.torch.save_file} writes: tensors sorted by dtype and name,
 * each aligned to its elements. Files appear complete or not at all.
 *
 * <p>Differs from Python: tensors that are not contiguous are written as if they were; tensors that share memory are written
 * each, so they come back apart; several metadata texts are sorted by key, where Python's order is random.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">safetensors</a>
 */
public final class SafeTensors {
  private SafeTensors() {}

  /**
   * The tensors of a file, or of all files of a set when {@code path} is its {@code .safetensors.index.json}; in the order of
   * the file, or of the index.
   *
   * <p>They lie in the memory-mapped file: loading reads the header only, a page is read when it is first used, and changes
   * stay in memory. They stay valid as long as they live, also when the file is deleted or replaced by a rename; a program
   * that shortens or overwrites it in place breaks them, as in Python.
   *
   * @throws CheckpointException if a file cannot be read, is damaged, or has a dtype that PyTorch has not
   */
  public static StateDict load(Path path) {
    return FileFormat.of(path) == FileFormat.SAFETENSORS_INDEX ? SafeTensorsShards.read(path)
        : SafeTensorsFile.read(path);
  }

  /** The same as {@link #load(Path)}, for a path in text. */
  public static StateDict load(String path) {
    return load(Path.of(required(path, "path")));
  }

  /** {@return whether a file begins as this format does, whatever its name} */
  public static boolean matches(Path path) {
    return FileFormat.of(path) == FileFormat.SAFETENSORS;
  }

  /** The same as {@link #matches(Path)}, for a path in text. */
  public static boolean matches(String path) {
    return matches(Path.of(required(path, "path")));
  }

  /**
   * The texts that stand beside the tensors in a file, such as {@code format=pt}.
   *
   * @throws CheckpointException if the file cannot be read or is damaged
   */
  public static Map<String, String> metadata(Path path) {
    return HeaderReader.read(path).metadata();
  }

  /** The same as {@link #metadata(Path)}, for a path in text. */
  public static Map<String, String> metadata(String path) {
    return metadata(Path.of(required(path, "path")));
  }

  /** Writes tensors, which Python's {@code safetensors.torch.load_file} reads. */
  public static void save(Map<String, ? extends Tensor> tensors, Path path) {
    save(tensors, Map.of(), path);
  }

  /** The same as {@link #save(Map, Path)}, for a path in text. */
  public static void save(Map<String, ? extends Tensor> tensors, String path) {
    save(tensors, Path.of(required(path, "path")));
  }

  /**
   * Writes tensors and texts.
   *
   * @throws CheckpointException if the file cannot be written, or a tensor has a dtype that the format has not
   */
  public static void save(Map<String, ? extends Tensor> tensors, Map<String, String> metadata, Path path) {
    SafeTensorsFile.write(tensors, metadata, path);
  }

  /** The same as {@link #save(Map, Map, Path)}, for a path in text. */
  public static void save(Map<String, ? extends Tensor> tensors, Map<String, String> metadata, String path) {
    save(tensors, metadata, Path.of(required(path, "path")));
  }

  /**
   * Writes tensors as a set of files of at most {@code maxShardSize} bytes of tensors each, as Python's huggingface_hub does:
   * in order, a larger tensor in a file of its own. Beside {@code model.safetensors.index.json} stand
   * {@code model-00001-of-00002.safetensors} and so on; the index comes last.
   *
   * @param index its name ends in {@code .safetensors.index.json}
   * @throws CheckpointException if a file cannot be written, or a tensor has a dtype that the format has not
   */
  public static void saveSharded(Map<String, ? extends Tensor> tensors, Path index, long maxShardSize) {
    SafeTensorsShards.write(tensors, index, maxShardSize);
  }

  /** The same as {@link #saveSharded(Map, Path, long)}, for a path in text. */
  public static void saveSharded(Map<String, ? extends Tensor> tensors, String index, long maxShardSize) {
    saveSharded(tensors, Path.of(required(index, "index")), maxShardSize);
  }
}
