package dev.jtorch.io;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeData;
import dev.jtorch.io.npy.NpyHeader;
import dev.jtorch.io.npy.NpyType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.stream.IntStream;

/** One array in numpy's format, alone in a file or in an archive. */
final class NpyArray {
  /** Bytes asked for at once, because a buffer has less than 2 GiB. */
  private static final int CHUNK = 1 << 30;

  private NpyArray() {}

  /** Where an array's bytes come from. */
  @FunctionalInterface
  interface Bytes {
    /** The bytes [{@code from}, {@code from + length}), which exist. */
    ByteBuffer read(long from, int length) throws IOException;
  }

  static Tensor read(String source, Bytes bytes, long size) throws IOException {
    ByteBuffer head = bytes.read(0, (int) Math.min(size, NpyHeader.LONGEST));
    NpyHeader header = NpyHeader.read(source, head, size);
    int dims = header.shape().length;
    long[] shape = header.fortranOrder() ? reversed(header.shape()) : header.shape();
    Tensor tensor = Torch.empty(shape, o -> o.dtype(header.type().dtype()));
    long end = header.bytes();
    for (long at = 0; at < end; at += CHUNK) {
      int length = (int) Math.min(CHUNK, end - at);
      copy(bytes.read(header.dataStart() + at, length), header.type(),
          NativeData.buffer(Bridge.handle(tensor), at, length));
    }
    return header.fortranOrder() && dims > 1 ? tensor.permute(backwards(dims)) : tensor;
  }

  private static void copy(ByteBuffer from, NpyType type, ByteBuffer to) {
    from.order(type.order());
    switch (type.numberSize()) {
      case 1 -> to.put(from);
      case 2 -> to.asShortBuffer().put(from.asShortBuffer());
      case 4 -> to.asIntBuffer().put(from.asIntBuffer());
      default -> to.asLongBuffer().put(from.asLongBuffer());
    }
  }

  /** How a tensor is written: in the order of its memory where that is Fortran's, as numpy does, else row by row. */
  record Plan(Tensor rows, ByteBuffer header) {
    static Plan of(String source, Tensor tensor) {
      if (!NpyType.exists(tensor.dtype())) {
        throw new CheckpointException(source + ": dtype is " + tensor.dtype().torchName() + " (expected: one of "
            + NpyType.legal() + "); numpy has no other, convert the tensor first");
      }
      int dims = tensor.dim();
      Tensor turned = dims > 1 && !tensor.isContiguous() ? tensor.permute(backwards(dims)) : tensor;
      boolean fortran = turned != tensor && turned.isContiguous();
      return new Plan(fortran ? turned : tensor,
          NpyHeader.write(tensor.dtype(), fortran, tensor.shape().toLongArray()));
    }

    long size() { return header.remaining() + rows.numel() * rows.dtype().itemSize(); }

    void writeTo(WritableByteChannel out) throws IOException {
      HostBytes.writeAll(header, out);
      HostBytes.write(rows, out);
    }
  }

  private static int[] backwards(int dims) {
    return IntStream.range(0, dims).map(i -> dims - 1 - i).toArray();
  }

  private static long[] reversed(long[] shape) {
    return IntStream.of(backwards(shape.length)).mapToLong(i -> shape[i]).toArray();
  }
}
