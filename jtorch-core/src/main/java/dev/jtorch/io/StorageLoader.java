package dev.jtorch.io;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.FileMapping;
import dev.jtorch.internal.NativeData;
import dev.jtorch.io.pickle.PickleFile;
import dev.jtorch.io.pickle.StorageRef;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Brings the storages of a file into memory, each once, where the options want it. */
final class StorageLoader implements AutoCloseable {
  /** Bytes copied at once, so that big storages need no big buffer and all processors have work. */
  private static final int CHUNK = 8 << 20;
  /** The same for storages that must be unpacked or swapped, which is done to the whole of them again for each part. */
  private static final int LARGE_CHUNK = 1 << 30;

  private final PickleFile file;
  private final CheckpointOptions options;
  private final @Nullable FileMapping memory;
  private final Map<String, Tensor> storages = new HashMap<>();
  private final List<Chunk> pending = new ArrayList<>();

  /** A part of a storage that is still to be read, from an element on. */
  private record Chunk(StorageRef storage, long first, ByteBuffer into) {}

  StorageLoader(PickleFile file, Path path, CheckpointOptions options) {
    this.file = file;
    this.options = options;
    memory = options.mmap() ? FileMapping.of(path.toString(), file.size()) : null;
  }

  /** The bytes of the storage that a tensor views; on the CPU they are there once {@link #finish} has run. */
  Tensor bytes(StorageRef view) {
    Tensor known = storages.get(view.key());
    if (known != null) return known;
    Tensor placed = place(file.whole(view));
    storages.put(view.key(), placed);
    return placed;
  }

  /** Reads what is still missing, on all processors. */
  void finish() {
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    pending.parallelStream().forEach(chunk -> read(chunk, failures));
    pending.clear();
    if (!failures.isEmpty()) throw failures.element();
  }

  /** Never throws: the stream would give up, and its other threads would go on to write into memory that is freed meanwhile. */
  private void read(Chunk chunk, Queue<RuntimeException> failures) {
    try {
      file.read(chunk.storage, chunk.first, chunk.into);
    } catch (CheckpointException e) {
      failures.add(e);
    } catch (RuntimeException | Error e) {
      failures.add(new CheckpointException("storage " + chunk.storage.key() + " cannot be read: " + e, e));
    }
  }

  private Tensor place(StorageRef storage) {
    Tensor bytes = read(storage);
    MapLocation mapper = options.mapper();
    String location = options.locations().apply(storage.location());
    if (mapper == null && Placement.isCpu(location)) return bytes;
    finish();
    Tensor mapped = mapper == null ? null : mapper.map(bytes, location);
    return mapped == null ? Placement.place(bytes, location) : checked(mapped, bytes.numel());
  }

  private Tensor read(StorageRef storage) {
    long size = storage.byteSize();
    long offset = file.offset(storage);
    if (memory != null && size > 0 && offset >= 0 && offset % storage.type().size() == 0) {
      return Bridge.tensor(memory.tensor(offset, new long[] {size}, DType.UINT8.code()));
    }
    Tensor bytes = Torch.empty(new long[] {size}, o -> o.dtype(DType.UINT8));
    int itemSize = storage.type().size();
    int most = offset >= 0 ? CHUNK : LARGE_CHUNK;
    for (long at = 0; at < size; at += most) {
      long length = Math.min(most, size - at);
      pending.add(new Chunk(storage, at / itemSize, NativeData.buffer(Bridge.handle(bytes), at, length)));
    }
    return bytes;
  }

  private static Tensor checked(Tensor mapped, long size) {
    if (mapped.dtype() == DType.UINT8 && mapped.dim() == 1 && mapped.numel() == size && mapped.isContiguous())
      return mapped;
    throw new CheckpointException("mapLocation: result is a " + mapped.dtype() + " tensor of shape " + mapped.shape()
        + " (expected: the " + size + " bytes of the storage)");
  }

  @Override public void close() {
    if (memory != null) memory.close();
  }
}
