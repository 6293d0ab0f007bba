package dev.jtorch.io.safetensors;

import dev.jtorch.DType;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a header and checks that its tensors fill the file, without gap or overlap, to the last byte. */
public final class HeaderReader {
  /** More than LibTorch's operators take. */
  private static final int MOST_DIMENSIONS = 64;

  private final Json json;
  private final List<Entry> entries = new ArrayList<>();
  private Map<String, String> metadata = Map.of();

  private HeaderReader(Json json) {
    this.json = json;
  }

  /**
   * Reads the header of a file.
   *
   * @throws CheckpointException if it cannot be read, is damaged, or is not of this format
   */
  public static Header read(Path path) {
    String name = String.valueOf(path.getFileName());
    try (var file = RegularFile.open(path)) {
      long length = length(name, file);
      ByteBuffer text = bytes(file, Header.LENGTH_SIZE, (int) length);
      if (length == 0 || text.get(0) != '{') throw bad(name, "header does not begin with {");
      String source = name + ": header";
      Header header = Json.read(source, text, json -> new HeaderReader(json).read(Header.LENGTH_SIZE + length));
      requireFilled(source, header.entries(), file.size() - header.dataStart());
      return header;
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
  }

  private static long length(String name, FileChannel file) throws IOException {
    if (file.size() < Header.LENGTH_SIZE) throw bad(name, "has " + file.size() + " bytes (expected: at least 8)");
    long length = bytes(file, 0, Header.LENGTH_SIZE).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > Json.LONGEST) {
      throw bad(name, "header of " + Long.toUnsignedString(length) + " bytes (expected: at most " + Json.LONGEST + ")");
    }
    if (length > file.size() - Header.LENGTH_SIZE) {
      throw bad(name, "header of " + length + " bytes in a file of " + file.size() + "; is the file truncated?");
    }
    return length;
  }

  private static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) throw new IOException("the file has become shorter");
    }
    return bytes.flip();
  }

  private static CheckpointException bad(String name, String what) {
    return new CheckpointException(name + ": " + what);
  }

  private Header read(long dataStart) throws IOException {
    json.object("it", name -> {
      if (name.equals(Header.METADATA)) metadata = json.texts(name);
      else entries.add(entry(name));
    });
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    return new Header(entries, metadata, dataStart);
  }

  private Entry entry(String name) throws IOException {
    String who = "tensor '" + name + "'";
    var draft = new Draft();
    json.object(who, member -> {
      switch (member) {
        case "dtype" -> draft.dtype = json.text(who + ": dtype");
        case "shape" -> draft.shape = json.counts(who + ": shape", MOST_DIMENSIONS);
        case "data_offsets" -> draft.offsets = json.counts(who + ": data_offsets", 2);
        default -> json.skip();
      }
    });
    return checked(name, who, draft);
  }

  /** What has been read of an entry. */
  private static final class Draft {
    private @Nullable String dtype;
    private long @Nullable [] shape;
    private long @Nullable [] offsets;
  }

  private Entry checked(String name, String who, Draft draft) {
    if (draft.dtype == null || draft.shape == null || draft.offsets == null || draft.offsets.length != 2) {
      throw json.bad(who + " is incomplete (expected: dtype, shape and two data_offsets)");
    }
    DType dtype = TypeName.dtype(draft.dtype);
    if (dtype == null) {
      throw json.bad(who + " has the dtype " + draft.dtype + " (expected: one of " + TypeName.legal() + ")");
    }
    var entry = new Entry(name, dtype, draft.shape, draft.offsets[0], draft.offsets[1]);
    long expected = bytes(who, entry);
    if (entry.size() != expected) {
      throw json.bad(who + " has " + entry.size() + " bytes (expected: " + expected + ", by its dtype and shape)");
    }
    return entry;
  }

  private long bytes(String who, Entry entry) {
    try {
      long bytes = Entry.bytes(entry.dtype(), entry.shape());
      return Entry.isEmpty(entry.shape()) ? 0 : bytes;
    } catch (ArithmeticException e) {
      throw json.bad(who + " has a shape of more elements than can be counted");
    }
  }

  private static void requireFilled(String source, List<Entry> entries, long dataSize) {
    long at = 0;
    for (Entry entry : entries) {
      if (entry.begin() != at) {
        throw bad(source, "tensor '" + entry.name() + "' begins at byte " + entry.begin() + " (expected: " + at
            + ", where the one before it ends)");
      }
      at = entry.end();
    }
    if (at != dataSize) {
      throw bad(source, "describes " + at + " bytes of tensors (expected: " + dataSize
          + ", the rest of the file)" + (at > dataSize ? "; is the file truncated?" : ""));
    }
  }
}
