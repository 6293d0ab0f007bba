package dev.jtorch.io;

import dev.jtorch.Tensor;
import dev.jtorch.io.safetensors.ShardIndex;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes sets of safetensors files with an index. */
final class SafeTensorsShards {
  static final String ENDING = ".safetensors.index.json";
  /** What Python's libraries look for to know that PyTorch can read a file. */
  private static final Map<String, String> METADATA = Map.of("format", "pt");

  private SafeTensorsShards() {}

  static StateDict read(Path index) {
    Map<String, StateDict> shards = new HashMap<>();
    var state = new StateDict();
    ShardIndex.read(index).files().forEach((name, file) -> {
      Tensor tensor = shards.computeIfAbsent(file, f -> SafeTensorsFile.read(index.resolveSibling(f))).get(name);
      if (tensor == null) {
        throw new CheckpointException(
            index.getFileName() + ": tensor '" + name + "' is not in " + file + ", where the index says it is");
      }
      state.put(name, tensor);
    });
    return state;
  }

  static void write(Map<String, ? extends Tensor> tensors, Path index, long maxShardSize) {
    String name = String.valueOf(index.getFileName());
    if (!name.endsWith(ENDING)) throw new CheckpointException(name + ": name of an index (expected: *" + ENDING + ")");
    if (maxShardSize <= 0)
      throw new CheckpointException(name + ": maxShardSize is " + maxShardSize + " (expected: > 0)");
    List<Map<String, Tensor>> shards = split(tensors, maxShardSize);
    String stem = name.substring(0, name.length() - ENDING.length());
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < shards.size(); i++) {
      String file = String.format("%s-%05d-of-%05d.safetensors", stem, i + 1, shards.size());
      SafeTensorsFile.write(shards.get(i), METADATA, index.resolveSibling(file));
      shards.get(i).keySet().forEach(key -> files.put(key, file));
    }
    long total = tensors.values().stream().mapToLong(SafeTensorsShards::size).sum();
    ByteBuffer text = ByteBuffer.wrap(new ShardIndex(files, total).toBytes());
    try {
      RegularFile.replace(index, out -> HostBytes.writeAll(text, out));
    } catch (IOException e) {
      throw RegularFile.unwritable(name, e);
    }
  }

  /** In order; a tensor that is too large stands alone, and what comes after it goes on filling the shard before it. */
  private static List<Map<String, Tensor>> split(Map<String, ? extends Tensor> tensors, long most) {
    List<Map<String, Tensor>> shards = new ArrayList<>();
    Map<String, Tensor> filling = new LinkedHashMap<>();
    long filled = 0;
    for (Map.Entry<String, ? extends Tensor> entry : tensors.entrySet()) {
      long size = size(entry.getValue());
      if (size > most) {
        shards.add(Map.of(entry.getKey(), entry.getValue()));
        continue;
      }
      if (filled + size > most) {
        shards.add(filling);
        filling = new LinkedHashMap<>();
        filled = 0;
      }
      filling.put(entry.getKey(), entry.getValue());
      filled += size;
    }
    if (!filling.isEmpty()) shards.add(filling);
    return shards;
  }

  private static long size(Tensor tensor) { return tensor.numel() * tensor.dtype().itemSize(); }
}
