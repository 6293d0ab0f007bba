package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.pickle.Unpickler.Unpickled;
import dev.jtorch.io.zip.ZipArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The format of PyTorch 1.6 and later: a zip archive with the pickle, and with a record for each storage. */
final class ZipContainer implements Container {
  private static final Pattern PICKLE = Pattern.compile("[^/]+/data\\.pkl");

  private final String name;
  private final ZipArchive zip;
  private final String prefix;
  private final ByteOrder byteOrder;
  private final Unpickled pickle;

  private ZipContainer(String name, ZipArchive zip) throws IOException {
    this.name = name;
    this.zip = zip;
    prefix = findPrefix();
    byteOrder = readByteOrder();
    pickle = Unpickler.read(name + ": data.pkl", zip.checkedBytes(prefix + "data.pkl"));
  }

  static Container open(String name, Path path) throws IOException {
    var zip = ZipArchive.open(path);
    try {
      return new ZipContainer(name, zip);
    } catch (IOException | CheckpointException e) {
      zip.close();
      throw e;
    }
  }

  @Override public Unpickled pickle() { return pickle; }

  @Override public ByteOrder byteOrder() { return byteOrder; }

  @Override public long size() { return zip.size(); }

  @Override public long size(StorageRef storage) { return zip.size(record(storage)); }

  @Override public long offset(StorageRef storage) { return zip.offset(record(storage)); }

  @Override public ByteBuffer bytes(StorageRef storage, long from, int length) throws IOException {
    return zip.bytes(record(storage), from, length);
  }

  @Override public void read(StorageRef storage, long from, ByteBuffer into) throws IOException {
    zip.read(record(storage), from, into);
  }

  @Override public void verify() throws IOException {
    for (var record : zip.names()) zip.check(record);
  }

  @Override public void close() throws IOException { zip.close(); }

  /** PyTorch puts all records into one folder, whose name is the file's first one. */
  private String findPrefix() {
    var pickles = zip.names().stream().filter(record -> PICKLE.matcher(record).matches()).toList();
    if (zip.names().isEmpty())
      throw new CheckpointException(
          name + ": zip archive has no records (expected: <name>/data.pkl and the others of torch.save)");
    if (pickles.size() != 1)
      throw new CheckpointException(name + ": zip archive has " + pickles.size()
          + " records <name>/data.pkl (expected: 1, as torch.save writes)");
    var prefix = pickles.get(0).substring(0, pickles.get(0).indexOf('/') + 1);
    if (zip.names().contains(prefix + "constants.pkl"))
      throw new CheckpointException(name + ": is a TorchScript archive (expected: a file of torch.save);"
          + " Jit.load(path) reads it");
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

  private String record(StorageRef storage) { return prefix + "data/" + storage.key(); }
}
