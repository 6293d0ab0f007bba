package dev.jtorch.io.pickle;

import dev.jtorch.io.pickle.Pickler.Pickled;
import dev.jtorch.io.zip.WrittenRecord;
import dev.jtorch.io.zip.ZipWriter;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** Writes the records of a {@code .pt} file, in PyTorch 2.10's order. */
final class PickleArchive {
  // PyTorch uses the file's name, or this one for a stream: then the bytes depend on the content only.
  private static final String PREFIX = "archive/";

  private PickleArchive() {}

  /** Writes everything to {@code out}, which errors call {@code name}. */
  static void write(String name, WritableByteChannel out, Pickled pickled, StorageSource source) throws IOException {
    var zip = new ZipWriter(name, out);
    zip.add(PREFIX + "data.pkl", pickled.bytes());
    text(zip, ".format_version", "1");
    text(zip, ".storage_alignment", Integer.toString(ZipWriter.ALIGNMENT));
    text(zip, "byteorder", "little");
    for (int i = 0; i < pickled.storages().size(); i++) {
      var storage = pickled.storages().get(i);
      zip.add(PREFIX + "data/" + i, storage.byteSize(), channel -> source.write(storage, channel));
    }
    text(zip, "version", "3\n");
    text(zip, ".data/serialization_id", serializationId(zip.records()));
    zip.finish();
  }

  private static void text(ZipWriter zip, String name, String text) throws IOException {
    zip.add(PREFIX + name, StandardCharsets.US_ASCII.encode(text));
  }

  /** Forty digits that tell contents apart, as PyTorch's: from the names of the records, then from their CRCs. */
  private static String serializationId(Iterable<WrittenRecord> records) {
    long names = 0;
    long crcs = 0;
    for (var record : records) {
      names = 31 * names + record.name().hashCode();
      crcs = 31 * crcs + record.crc();
    }
    return digits(names) + digits(crcs);
  }

  private static String digits(long value) {
    var digits = Long.toUnsignedString(value);
    return "0".repeat(20 - digits.length()) + digits;
  }
}
