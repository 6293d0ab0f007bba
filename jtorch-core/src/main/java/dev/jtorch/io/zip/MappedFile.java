package dev.jtorch.io.zip;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A file of any size, read through memory maps, or in one piece if it is small. Slices stay readable after {@link #close()}.
 */
public final class MappedFile implements Closeable {
  // Windows begin every GiB and are two GiB long: each range of up to one GiB lies inside one window, so a checkpoint
  // of many thousand storages needs a handful of maps (Linux allows a process about 65,000).
  private static final long STRIDE = 1L << 30;

  // Maps go when the collector finds them, so that many small files would hold many of them.
  private static final int SMALL = 1 << 20;

  private final FileChannel channel;
  private final long size;
  private final Map<Long, ByteBuffer> windows = new HashMap<>();

  /** Opens a regular file. */
  public MappedFile(Path path) throws IOException {
    channel = RegularFile.open(path);
    size = channel.size();
    if (size <= SMALL) windows.put(0L, whole((int) size));
  }

  /** {@return how many bytes it has} */
  public long size() { return size; }

  /** The bytes [{@code from}, {@code from + length}) without a copy, little endian; they must lie inside the file. */
  public ByteBuffer slice(long from, int length) throws IOException {
    if (length > STRIDE) return map(from, length);
    long index = from / STRIDE;
    return window(index).slice((int) (from - index * STRIDE), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Fills {@code into} with the bytes from {@code from} on, as a copy; from many threads at will. */
  public void read(long from, ByteBuffer into) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) throw new EOFException("the file ends at byte " + at);
      at += count;
    }
  }

  private ByteBuffer whole(int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    read(0, bytes);
    return bytes.flip().asReadOnlyBuffer();
  }

  private synchronized ByteBuffer window(long index) throws IOException {
    var window = windows.get(index);
    if (window == null) {
      long start = index * STRIDE;
      window = map(start, (int) Math.min(Integer.MAX_VALUE, size - start));
      windows.put(index, window);
    }
    return window;
  }

  private ByteBuffer map(long from, int length) throws IOException {
    return channel.map(MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override public void close() throws IOException { channel.close(); }
}
