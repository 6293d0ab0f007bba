package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.zip.ZipArchive;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .pt} file in the zip format of PyTorch 1.6 and later: one value of plain data, and the bytes of its tensors.
 *
 * <p>Reading checks everything but the bytes of the tensors: the pickle holds only plain data, each tensor lies inside
 * its storage and each storage is complete. The bytes stay in the file until {@link #storageBytes} maps them; buffers
 * stay readable after {@link #close()}.
 */
public final class PickleFile implements Closeable {
  private static final Pattern PICKLE = Pattern.compile("[^/]+/data\\.pkl");

  private final String name;
  private final ZipArchive zip;
  private final String prefix;
  private final ByteOrder byteOrder;
  private final @Nullable Object root;

  private PickleFile(String name, ZipArchive zip) throws IOException {
    this.name = name;
    this.zip = zip;
    prefix = findPrefix();
    byteOrder = readByteOrder();
    var pickle = Unpickler.read(name + ": data.pkl", zip.checkedBytes(prefix + "data.pkl"));
    root = pickle.root();
    pickle.storages().forEach(this::checkComplete);
  }

  /**
   * Opens and checks a file.
   *
   * @throws CheckpointException if it cannot be read, is damaged, or holds more than tensors and plain data
   */
  public static PickleFile read(Path path) {
    var name = path.getFileName().toString();
    try {
      FileKind.requireZip(name, path);
      var zip = ZipArchive.open(path);
      try {
        return new PickleFile(name, zip);
      } catch (IOException | CheckpointException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CheckpointException(name + ": cannot be read: " + e, e);
    }
  }

  /**
   * Writes a file that {@code torch.load(path, weights_only=True)} reads. The file appears complete or not at all, and
   * equal content gives equal bytes. Storages with equal keys are written once.
   *
   * @throws CheckpointException if {@code root} is not plain data without cycles, or the file cannot be written
   */
  public static void write(Path path, @Nullable Object root, StorageSource source) {
    var name = path.getFileName().toString();
    var pickled = Pickler.write(name, root);
    try {
      PickleArchive.write(path, pickled, source);
    } catch (IOException e) {
      throw new CheckpointException(name + ": cannot be written: " + e, e);
    }
  }

  /** {@return the value in the file: see {@link Unpickler} for what it can consist of} */
  public @Nullable Object root() {
    return root;
  }

  /** {@return the byte order of the storages in the file; what {@link #storageBytes} gives is little endian anyway} */
  public ByteOrder byteOrder() {
    return byteOrder;
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
      var bytes = zip.bytes(record(storage), first * itemSize, (int) size);
      return byteOrder == ByteOrder.LITTLE_ENDIAN ? bytes : Swap.scalars(bytes, storage.type().scalarSize());
    } catch (IOException e) {
      throw new CheckpointException(name + ": storage " + storage.key() + " cannot be read: " + e, e);
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
      for (var record : zip.names()) zip.check(record);
    } catch (IOException e) {
      throw new CheckpointException(name + ": cannot be read: " + e, e);
    }
  }

  @Override public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new CheckpointException(name + ": cannot be closed: " + e, e);
    }
  }

  /** PyTorch puts all records into one folder, whose name is the file's first one. */
  private String findPrefix() {
    var pickles = zip.names().stream().filter(record -> PICKLE.matcher(record).matches()).toList();
    if (pickles.size() != 1)
      throw new CheckpointException(name + ": zip archive has " + pickles.size()
          + " records <name>/data.pkl (expected: 1, as torch.save writes)");
    var prefix = pickles.get(0).substring(0, pickles.get(0).indexOf('/') + 1);
    if (zip.names().contains(prefix + "constants.pkl"))
      throw new CheckpointException(name + ": is a TorchScript archive (expected: a file of torch.save)");
    return prefix;
  }

  private ByteOrder readByteOrder() throws IOException {
    var record = prefix + "byteorder";
    if (!zip.names().contains(record)) return ByteOrder.LITTLE_ENDIAN; // older than PyTorch 2.1
    var order = StandardCharsets.US_ASCII.decode(zip.checkedBytes(record)).toString();
    return switch (order) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw new CheckpointException(name + ": byteorder is '" + order + "' (expected: little or big)");
    };
  }

  private void checkComplete(StorageRef storage) {
    long size = zip.size(record(storage));
    if (size < storage.byteSize())
      throw new CheckpointException(name + ": data/" + storage.key() + " has " + size + " bytes (expected: "
          + storage.byteSize() + ", as " + storage.numel() + " " + storage.type().pythonName() + ")");
  }

  private String record(StorageRef storage) { return prefix + "data/" + storage.key(); }

  private CheckpointException tooLarge(StorageRef storage, long size) {
    return new CheckpointException(name + ": " + size + " bytes of data/" + storage.key()
        + " do not fit into a buffer (expected: < 2 GiB); read the storage in parts");
  }
}
