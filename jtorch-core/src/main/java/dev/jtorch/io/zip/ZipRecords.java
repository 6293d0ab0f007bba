package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.CENTRAL_HEADER;
import static dev.jtorch.io.zip.ZipFormat.CENTRAL_HEADER_SIZE;
import static dev.jtorch.io.zip.ZipFormat.DEFLATED;
import static dev.jtorch.io.zip.ZipFormat.ENCRYPTED_FLAG;
import static dev.jtorch.io.zip.ZipFormat.LOCAL_HEADER;
import static dev.jtorch.io.zip.ZipFormat.LOCAL_HEADER_SIZE;
import static dev.jtorch.io.zip.ZipFormat.STORED;
import static dev.jtorch.io.zip.ZipFormat.bad;
import static dev.jtorch.io.zip.ZipFormat.u2;
import static dev.jtorch.io.zip.ZipFormat.u4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the central directory into records, each checked against its local header and the file's end. */
final class ZipRecords {
  private final String source;
  private final MappedFile file;
  private final ZipDirectory directory;
  private final Map<String, ZipRecord> records = new LinkedHashMap<>();

  private ZipRecords(String source, MappedFile file) throws IOException {
    this.source = source;
    this.file = file;
    directory = ZipDirectory.find(source, file);
  }

  static Map<String, ZipRecord> read(String source, MappedFile file) throws IOException {
    var reader = new ZipRecords(source, file);
    var bytes = reader.directory.bytes(file);
    for (long i = 0; i < reader.directory.records(); i++) bytes = reader.takeOne(bytes);
    if (bytes.hasRemaining()) throw bad(source, "directory lists fewer records than it has room for");
    reader.refuseOverlaps();
    return reader.records;
  }

  /** Records that share bytes would let a small file unpack to a huge one. */
  private void refuseOverlaps() {
    long end = 0;
    for (var record : records.values().stream().sorted(Comparator.comparingLong(ZipRecord::dataOffset)).toList()) {
      if (record.dataOffset() < end) throw bad(source, "record " + record.name() + " overlaps another");
      end = record.dataOffset() + record.storedSize();
    }
  }

  /** Adds the record at the front of {@code in} and returns what follows it. */
  private ByteBuffer takeOne(ByteBuffer in) throws IOException {
    if (in.remaining() < CENTRAL_HEADER_SIZE || in.getInt(0) != CENTRAL_HEADER)
      throw bad(source, "directory entry " + records.size() + " is damaged");
    int nameEnd = CENTRAL_HEADER_SIZE + u2(in, 28);
    int extraEnd = nameEnd + u2(in, 30);
    int end = extraEnd + u2(in, 32);
    if (end > in.remaining()) throw bad(source, "directory entry " + records.size() + " is cut off");
    var name = in.slice(CENTRAL_HEADER_SIZE, nameEnd - CENTRAL_HEADER_SIZE);
    add(in, decodedName(source, name.duplicate()), name,
        Zip64Extra.of(in.slice(nameEnd, extraEnd - nameEnd).order(in.order())));
    return in.slice(end, in.remaining() - end).order(in.order());
  }

  private void add(ByteBuffer header, String name, ByteBuffer rawName, Zip64Extra extra) throws IOException {
    int method = u2(header, 10);
    if ((u2(header, 8) & ENCRYPTED_FLAG) != 0) throw bad(source, "record " + name + " is encrypted");
    if (method != STORED && method != DEFLATED)
      throw bad(source, "record " + name + " has compression " + method + " (expected: 0 stored or 8 deflated)");
    // The order of these three is the order of the fields in the zip64 part.
    long size = extra.widen(u4(header, 24));
    long storedSize = extra.widen(u4(header, 20));
    long offset = extra.widen(u4(header, 42));
    if (method == STORED && size != storedSize)
      throw bad(source, "record " + name + " has " + storedSize + " bytes (expected: " + size + ")");
    long data = dataOffset(name, rawName, offset);
    if (size < 0 || storedSize < 0 || storedSize > directory.offset() - data)
      throw bad(source, "record " + name + " of " + storedSize + " bytes at " + data + " reaches past byte "
          + directory.offset());
    if (records.put(name, new ZipRecord(name, data, storedSize, size, u4(header, 16), method == DEFLATED)) != null)
      throw bad(source, "record " + name + " appears twice");
  }

  /** Local headers repeat the name and have an own extra field, so only they tell where the data begins. */
  private long dataOffset(String name, ByteBuffer rawName, long offset) throws IOException {
    if (offset >= 0 && offset <= directory.offset() - LOCAL_HEADER_SIZE) {
      var local = file.slice(offset, LOCAL_HEADER_SIZE);
      long nameAt = offset + LOCAL_HEADER_SIZE;
      long data = nameAt + u2(local, 26) + u2(local, 28);
      if (local.getInt(0) == LOCAL_HEADER && u2(local, 26) == rawName.remaining() && data <= directory.offset()
          && file.slice(nameAt, rawName.remaining()).equals(rawName))
        return data;
    }
    throw bad(source, "record " + name + " has no header of its own at byte " + offset);
  }

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
  private static String decodedName(String source, ByteBuffer bytes) {
    String name;
    try {
      name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw bad(source, "record name is not UTF-8");
    }
    if (!staysInside(name))
      throw bad(source, "record name '" + name + "' (expected: a relative path inside the archive)");
    return name;
  }

  private static boolean staysInside(String name) {
    return !name.isEmpty() && !name.startsWith("/") && name.indexOf('\\') < 0 && !DRIVE.matcher(name).lookingAt()
        && name.chars().noneMatch(Character::isISOControl) && !Arrays.asList(name.split("/")).contains("..");
  }
}
