package dev.jtorch.io.safetensors;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jtorch.DType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands before the bytes of the tensors.
 *
 * @param entries the tensors in the order of their bytes, without gaps
 * @param metadata texts that the writer added
 * @param dataStart where the bytes begin in the file
 */
public record Header(List<Entry> entries, Map<String, String> metadata, long dataStart) {
  /** The member that holds the texts, so no tensor can have this name. */
  public static final String METADATA = "__metadata__";
  /** Bytes of the number that begins a file: the length of the JSON text behind it. */
  static final int LENGTH_SIZE = 8;
  private static final int ALIGNMENT = 8;

  /** Whether a file begins with these bytes as one of the format: a length below 2³², so with zero bytes, and then JSON. */
  public static boolean begins(byte[] head) {
    return head.length > LENGTH_SIZE && head[LENGTH_SIZE] == '{'
        && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_SIZE - Integer.BYTES) == 0;
  }

  /**
   * A tensor to be written.
   *
   * @param name its key
   * @param dtype the type of its elements
   * @param shape its shape
   */
  public record Planned(String name, DType dtype, long[] shape) {}

  /** The header of a new file, in the reference implementation's order: by dtype, then by name. */
  public static Header of(List<Planned> tensors, Map<String, String> metadata) {
    Comparator<Planned> order = Comparator.comparingInt(t -> TypeName.rank(t.dtype));
    List<Planned> sorted = new ArrayList<>(tensors);
    sorted.sort(order.thenComparing(t -> t.name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    List<Entry> entries = new ArrayList<>(sorted.size());
    long at = 0;
    for (Planned t : sorted) {
      long end = at + (Entry.isEmpty(t.shape) ? 0 : Entry.bytes(t.dtype, t.shape));
      entries.add(new Entry(t.name, t.dtype, t.shape, at, end));
      at = end;
    }
    return new Header(entries, new TreeMap<>(metadata), 0);
  }

  /** The bytes before the first tensor's, padded with spaces so that all tensors are aligned. */
  public ByteBuffer toBytes() {
    var text = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) writeMetadata(json);
      for (Entry entry : entries) write(json, entry);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int length = (text.size() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    var bytes = ByteBuffer.allocate(LENGTH_SIZE + length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put(text.toByteArray());
    while (bytes.hasRemaining()) bytes.put((byte) ' ');
    return bytes.flip();
  }

  private void writeMetadata(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(METADATA);
    for (var text : metadata.entrySet()) json.writeStringField(text.getKey(), text.getValue());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeObjectFieldStart(entry.name());
    json.writeStringField("dtype", TypeName.of(entry.dtype()));
    json.writeFieldName("shape");
    json.writeArray(entry.shape(), 0, entry.shape().length);
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {entry.begin(), entry.end()}, 0, 2);
    json.writeEndObject();
  }
}
