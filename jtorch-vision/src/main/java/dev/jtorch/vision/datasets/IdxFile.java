package dev.jtorch.vision.datasets;

import dev.jtorch.io.zip.RegularFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An IDX file of bytes, plain or compressed: the format in which MNIST and its relatives come.
 *
 * <p>Two zero bytes, the element type (8 for bytes), the number of dimensions, each dimension as a big-endian 32-bit number,
 * then the elements.
 */
final class IdxFile {
  private static final int BYTES = 0x08;

  private final int[] shape;
  private final byte[] elements;

  private IdxFile(int[] shape, byte[] elements) {
    this.shape = shape;
    this.elements = elements;
  }

  /** {@return the sizes of its dimensions} */
  int[] shape() { return shape.clone(); }

  /** {@return all elements, the last dimension fastest; not a copy} */
  byte[] elements() { return elements; }

  /**
   * Reads the file of this name, or with {@code .gz} behind it, and checks its number of dimensions.
   *
   * @throws DatasetException if neither is in the folder, or it is not such a file
   */
  static IdxFile read(Path folder, String name, int dimensions) {
    Path file = Files.exists(folder.resolve(name)) ? folder.resolve(name) : folder.resolve(name + ".gz");
    if (!Files.exists(file)) {
      throw new DatasetException(folder + " does not hold " + name + " (expected: " + name + " or " + name + ".gz)");
    }
    try (InputStream raw = Channels.newInputStream(RegularFile.open(file));
        var in = new DataInputStream(new BufferedInputStream(decompressed(file, raw)))) {
      return read(file, in, dimensions);
    } catch (EOFException | ZipException e) {
      throw new DatasetException(file + " is cut off or damaged ("
          + Objects.requireNonNullElse(e.getMessage(), "the header is incomplete") + ")", e);
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be read: " + RegularFile.reason(e), e);
    }
  }

  private static InputStream decompressed(Path file, InputStream raw) throws IOException {
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
  }

  private static IdxFile read(Path file, DataInputStream in, int dimensions) throws IOException {
    int magic = in.readInt();
    int expected = BYTES << 8 | dimensions;
    if (magic != expected) {
      throw new DatasetException(
          String.format("%s begins with 0x%08x (expected: 0x%08x, an IDX file of bytes in %d %s)", file,
              magic, expected, dimensions, dimensions == 1 ? "dimension" : "dimensions"));
    }
    var shape = new int[dimensions];
    long total = 1;
    for (int i = 0; i < dimensions; i++) {
      shape[i] = in.readInt();
      total *= Math.max(0, shape[i]);
      if (shape[i] <= 0 || total > Integer.MAX_VALUE)
        throw new DatasetException(file + " states sizes "
            + Arrays.toString(shape) + " (expected: positive, with fewer than 2^31 elements in all)");
    }
    // readNBytes grows as it reads, so a header that lies about its size costs no memory
    byte[] elements = in.readNBytes((int) total);
    if (elements.length < total) {
      throw new DatasetException(
          file + " holds " + elements.length + " elements (expected: " + total + ", as it states)");
    }
    return new IdxFile(shape, elements);
  }
}
