package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.zip.RegularFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .pt} file, in the zip format of PyTorch 1.6 and later or in the one before: one value of plain data, and the
 * bytes of its tensors.
 *
 * <p>Reading checks everything but the bytes of the tensors: the pickle holds only plain data, each tensor lies inside
 * its storage and each storage is complete. The bytes stay in the file until {@link #storageBytes} maps them; buffers
 * stay readable after {@link #close()}.
 */
public final class PickleFile implements Closeable {
  private final String name;
  private final Container container;
  private final Map<String, Long> sizes = new HashMap<>();

  private PickleFile(String name, Container container) {
    this.name = name;
    this.container = container;
    container.pickle().storages().forEach(this::addComplete);
  }

  /**
   * Opens and checks a file.
   *
   * @throws CheckpointException if it cannot be read, is damaged, or holds more than tensors and plain data
   */
  public static PickleFile read(Path path) {
    var name = String.valueOf(path.getFileName());
    try {
      var container = open(name, path);
      try {
        return new PickleFile(name, container);
      } catch (CheckpointException e) {
        container.close();
        throw e;
      }
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
  }

  private static Container open(String name, Path path) throws IOException {
    return switch (FileKind.of(path)) {
      case ZIP -> ZipContainer.open(name, path);
      case LEGACY -> LegacyContainer.open(name, path);
      case TAR, OTHER -> throw FileKind.refusal(name, path);
    };
  }

  /**
   * Writes a file that {@code torch.load(path, weights_only=True)} reads. The file appears complete or not at all, and
   * equal content gives equal bytes. Storages with equal keys are written once.
   *
   * @throws CheckpointException if {@code root} is not plain data without cycles, or the file cannot be written
   */
  public static void write(Path path, @Nullable Object root, StorageSource source) {
    var name = String.valueOf(path.getFileName());
    var pickled = Pickler.write(name, root);
    try {
      RegularFile.replace(path, out -> PickleArchive.write(name, out, pickled, source));
    } catch (IOException e) {
      throw RegularFile.unwritable(name, e);
    }
  }

  /**
   * Writes the bytes of such a file to a channel, which stays open. Nothing is written if {@code root} is refused.
   *
   * @param name what errors call the channel
   * @throws CheckpointException if {@code root} is not plain data without cycles, or the channel cannot be written
   */
  public static void write(String name, WritableByteChannel out, @Nullable Object root, StorageSource source) {
    var pickled = Pickler.write(name, root);
    try {
      PickleArchive.write(name, out, pickled, source);
    } catch (IOException e) {
      throw RegularFile.unwritable(name, e);
    }
  }

  /** {@return the value in the file: see {@link Unpickler} for what it can consist of} */
  public @Nullable Object root() {
    return container.pickle().root();
  }

  /** {@return the byte order of the storages in the file; what {@link #storageBytes} gives is little endian anyway} */
  public ByteOrder byteOrder() {
    return container.byteOrder();
  }

  /** {@return how many bytes the file has} */
  public long size() {
    return container.size();
  }

  /** {@return the whole storage that a tensor's view of it belongs to, as elements of the same type} */
  public StorageRef whole(StorageRef view) {
    return new StorageRef(view.type(), view.key(), view.location(),
        sizes.getOrDefault(view.key(), 0L) / view.type().size());
  }

  /**
   * {@return where in the file a storage's bytes begin if they stand there little endian and as they are, so that the file
   * can be mapped; else -1}
   */
  public long offset(StorageRef storage) {
    return container.byteOrder() == ByteOrder.LITTLE_ENDIAN ? container.offset(storage) : -1;
  }

  /**
   * The bytes of a storage, little endian and read only: a slice of a memory map unless they must be unpacked or swapped.
   *
   * @throws CheckpointException if it has 2 GiB or more; read such a storage in parts
   */
  public ByteBuffer storageBytes(StorageRef storage) {
    if (storage.byteSize() > Integer.MAX_VALUE) throw tooLarge(storage, storage.byteSize());
    return storageBytes(storage, 0, (int) storage.numel());
  }

  /**
   * The bytes of {@code count} elements of a storage from {@code first} on, like {@link #storageBytes(StorageRef)}.
   *
   * @throws IndexOutOfBoundsException if the storage has no such elements
   */
  public ByteBuffer storageBytes(StorageRef storage, long first, int count) {
    Objects.checkFromIndexSize(first, count, storage.numel());
    int itemSize = storage.type().size();
    long size = (long) count * itemSize;
    if (size > Integer.MAX_VALUE) throw tooLarge(storage, size);
    try {
      var bytes = container.bytes(storage, first * itemSize, (int) size);
      return byteOrder() == ByteOrder.LITTLE_ENDIAN ? bytes : PickleInput.swapped(bytes, storage.type().scalarSize());
    } catch (IOException e) {
      throw unreadable(storage, e);
    }
  }

  /** Fills {@code into} with the bytes of a storage from element {@code first} on, little endian; from many threads at will. */
  public void read(StorageRef storage, long first, ByteBuffer into) {
    int itemSize = storage.type().size();
    try {
      if (offset(storage) >= 0) container.read(storage, first * itemSize, into);
      else into.put(storageBytes(storage, first, into.remaining() / itemSize));
    } catch (IOException e) {
      throw unreadable(storage, e);
    }
  }

  /**
   * Reads every record and compares it with its CRC-32. PyTorch does not do so when it loads, and neither does
   * {@link #read}, except for the pickle.
   *
   * @throws CheckpointException if a record is damaged
   */
  public void verify() {
    try {
      container.verify();
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
  }

  @Override public void close() {
    try {
      container.close();
    } catch (IOException e) {
      throw new CheckpointException(name + ": cannot be closed: " + e, e);
    }
  }

  private void addComplete(StorageRef storage) {
    long size = container.size(storage);
    if (size < storage.byteSize())
      throw new CheckpointException(name + ": data/" + storage.key() + " has " + size + " bytes (expected: "
          + storage.byteSize() + ", as " + storage.numel() + " " + storage.type().pythonName() + ")");
    sizes.merge(storage.key(), storage.byteSize(), Math::max);
  }

  private CheckpointException unreadable(StorageRef storage, IOException e) {
    return RegularFile.unreadable(name + ": storage " + storage.key(), e);
  }

  private CheckpointException tooLarge(StorageRef storage, long size) {
    return new CheckpointException(name + ": " + size + " bytes of data/" + storage.key()
        + " do not fit into a buffer (expected: < 2 GiB); read the storage in parts");
  }
}
