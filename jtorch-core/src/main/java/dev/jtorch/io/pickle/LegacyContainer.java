package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.pickle.Unpickler.Unpickled;
import dev.jtorch.io.zip.MappedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format before PyTorch 1.6: pickles of the magic number, the protocol version, the machine that wrote, the value and
 * the storages' keys; then each storage in the order of the keys, as its length and its bytes. Little endian everywhere:
 * other machines swap when they write.
 */
final class LegacyContainer implements Container {
  private static final long PROTOCOL = 1001;

  private final String name;
  private final MappedFile file;
  private final Unpickled pickle;
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private long position;

  private LegacyContainer(String name, MappedFile file) throws IOException {
    this.name = name;
    this.file = file;
    next(); // the magic number, by which the format was recognised
    var protocol = next().root();
    if (!Long.valueOf(PROTOCOL).equals(protocol))
      throw bad("protocol version is " + protocol + " (expected: " + PROTOCOL + ")");
    next(); // byte order and C types of the machine, which say nothing about the file
    pickle = next();
    locate(next().root());
  }

  static Container open(String name, Path path) throws IOException {
    var file = new MappedFile(path);
    try {
      return new LegacyContainer(name, file);
    } catch (IOException | CheckpointException e) {
      file.close();
      throw e;
    }
  }

  @Override public Unpickled pickle() { return pickle; }

  @Override public ByteOrder byteOrder() { return ByteOrder.LITTLE_ENDIAN; }

  @Override public long size() { return file.size(); }

  @Override public long size(StorageRef storage) {
    var size = sizes.get(storage.key());
    if (size == null) throw bad("storage " + storage.key() + " is missing");
    return size;
  }

  @Override public long offset(StorageRef storage) { return offsets.getOrDefault(storage.key(), -1L); }

  @Override public ByteBuffer bytes(StorageRef storage, long from, int length) throws IOException {
    return file.slice(offset(storage) + from, length);
  }

  @Override public void read(StorageRef storage, long from, ByteBuffer into) throws IOException {
    file.read(offset(storage) + from, into);
  }

  /** Does nothing: the format has no checksums. */
  @Override public void verify() {}

  @Override public void close() throws IOException { file.close(); }

  private Unpickled next() throws IOException {
    int length = (int) Math.min(file.size() - position, Unpickler.MAX_LENGTH);
    var read = Unpickler.read(name + ": pickle", file.slice(position, length), position);
    position += read.length();
    return read;
  }

  private void locate(@Nullable Object keys) throws IOException {
    if (!(keys instanceof List<?> list))
      throw bad("list of storages is a " + PythonName.of(keys) + " (expected: list)");
    var used = new HashMap<Object, StorageRef>();
    pickle.storages().forEach(storage -> used.putIfAbsent(storage.key(), storage));
    for (var key : list) {
      var storage = used.get(key);
      if (storage == null) throw bad("storage " + key + " is stored but no tensor uses it");
      locate(storage);
    }
  }

  private void locate(StorageRef storage) throws IOException {
    if (file.size() - position < Long.BYTES)
      throw bad("storage " + storage.key() + " is missing; is the file truncated?");
    long numel = file.slice(position, Long.BYTES).getLong();
    position += Long.BYTES;
    if (numel != storage.numel())
      throw bad("storage " + storage.key() + " has " + numel + " elements (expected: " + storage.numel() + ")");
    if (storage.byteSize() > file.size() - position)
      throw bad("storage " + storage.key() + " has " + (file.size() - position) + " bytes (expected: "
          + storage.byteSize() + "); is the file truncated?");
    if (sizes.put(storage.key(), storage.byteSize()) != null) throw bad("storage " + storage.key() + " appears twice");
    offsets.put(storage.key(), position);
    position += storage.byteSize();
  }

  private CheckpointException bad(String what) { return new CheckpointException(name + ": " + what); }
}
