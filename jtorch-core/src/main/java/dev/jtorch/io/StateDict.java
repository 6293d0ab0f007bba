package dev.jtorch.io;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tensors by dotted name, in order: what {@code module.stateDict()} gives and {@code loadStateDict} takes.
 *
 * <p>It is an ordinary ordered map. The tensors are the module's own, not copies, as in Python.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.state_dict">state_dict</a>
 */
public final class StateDict extends AbstractMap<String, Tensor> {
  /** Where Python's huggingface_hub splits a state into files. */
  private static final long SHARD_SIZE = 5_000_000_000L;

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> metadata = new LinkedHashMap<>();

  public StateDict() {}

  /** A state of the same keys, order and tensors, and of the same metadata if {@code tensors} has some. */
  public StateDict(Map<String, ? extends Tensor> tensors) {
    this.tensors.putAll(tensors);
    if (tensors instanceof StateDict state) metadata.putAll(state.metadata);
  }

  /**
   * Reads a state that {@code torch.save(net.state_dict(), path)} or {@link #save} wrote, or any other file of named tensors
   * that {@link Checkpoint#load} reads.
   *
   * @throws CheckpointException if the file is damaged or is not a map of strings to tensors
   */
  public static StateDict load(Path path) { return Checkpoint.load(path).stateDict(); }

  /** The same as {@link #load(Path)}, for a path in text. */
  public static StateDict load(String path) {
    return load(Path.of(required(path, "path")));
  }

  /** Reads a state as the options say: {@code StateDict.load(path, o -> o.mapLocation("cpu"))}. */
  public static StateDict load(Path path, UnaryOperator<CheckpointOptions> with) {
    return Checkpoint.load(path, with).stateDict();
  }

  /** The same as {@link #load(Path, UnaryOperator)}, for a path in text. */
  public static StateDict load(String path, UnaryOperator<CheckpointOptions> with) {
    return load(Path.of(required(path, "path")), with);
  }

  /**
   * Writes the state in the format that the path's ending names: {@code .safetensors}, {@code .safetensors.index.json} with
   * files of at most 5 GB beside it, {@code .npz}, or else so that Python's {@code torch.load(path, weights_only=True)} reads it.
   *
   * @throws CheckpointException if the file cannot be written, or the format has not the dtype of a tensor
   */
  public void save(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".safetensors")) SafeTensors.save(this, path);
    else if (name.endsWith(SafeTensorsShards.ENDING)) SafeTensors.saveSharded(this, path, SHARD_SIZE);
    else if (name.endsWith(".npz")) Npz.save(this, path);
    else Checkpoint.save(this, path);
  }

  /** The same as {@link #save(Path)}, for a path in text. */
  public void save(String path) {
    save(Path.of(required(path, "path")));
  }

  /**
   * What the state says about each module, by the module's path: {@code version}, a Long, is the version of the class's
   * entries. Python's {@code _metadata}; empty for a state that was put together by hand.
   */
  public Map<String, Map<String, Object>> metadata() {
    return metadata;
  }

  /** The entries whose keys pass, without metadata, as a comprehension over Python's {@code state_dict()} gives them. */
  public StateDict filter(Predicate<String> keys) {
    var kept = new StateDict();
    tensors.forEach((key, tensor) -> {
      if (keys.test(key)) kept.put(key, tensor);
    });
    return kept;
  }

  /**
   * The entries that fit another state, which has the key with the same shape; what of a checkpoint a similar model can start
   * from: {@code net.loadStateDict(checkpoint.matching(net.stateDict()), o -> o.strict(false))}.
   */
  public StateDict matching(Map<String, ? extends Tensor> other) {
    return filter(key -> {
      Tensor there = other.get(key);
      return there != null && there.shape().equals(Objects.requireNonNull(tensors.get(key)).shape());
    });
  }

  /**
   * The same tensors under other keys, in the same order, without metadata.
   *
   * @throws CheckpointException if two keys become one
   */
  public StateDict renameKeys(UnaryOperator<String> rename) {
    var renamed = new StateDict();
    tensors.forEach((key, tensor) -> {
      String to = rename.apply(key);
      if (renamed.put(to, tensor) != null) {
        throw new CheckpointException("StateDict: two keys become '" + to + "' (expected: distinct keys), the last is '"
            + key + "'");
      }
    });
    return renamed;
  }

  /** The same tensors without a prefix on their keys, such as DataParallel's {@code module.}; other keys stay. */
  public StateDict stripPrefix(String prefix) {
    StateDict stripped = renameKeys(key -> key.startsWith(prefix) ? key.substring(prefix.length()) : key);
    metadata.forEach((path, about) -> {
      // the module that the prefix names has a path without the prefix's dot
      if ((path + ".").equals(prefix)) stripped.metadata.put("", about);
      else if (path.startsWith(prefix)) stripped.metadata.put(path.substring(prefix.length()), about);
      else stripped.metadata.put(path, about);
    });
    return stripped;
  }

  /** The tensor of a key; null where there is none. */
  @Override public Tensor put(String key, Tensor tensor) {
    return tensors.put(key, tensor);
  }

  @Override public @Nullable Tensor get(@Nullable Object key) {
    return tensors.get(key);
  }

  @Override public boolean containsKey(@Nullable Object key) {
    return tensors.containsKey(key);
  }

  @Override public @Nullable Tensor remove(@Nullable Object key) {
    return tensors.remove(key);
  }

  @Override public Set<Entry<String, Tensor>> entrySet() { return tensors.entrySet(); }
}
