package dev.jtorch.io;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The elements of tensors as bytes in a file: row by row, whatever their strides and device. */
final class HostBytes {
  /** Bytes written at once, because a buffer has less than 2 GiB. */
  private static final long CHUNK = 64 << 20;

  private HostBytes() {}

  static void write(Tensor tensor, WritableByteChannel out) throws IOException {
    try (var temporaries = Scope.open()) {
      Tensor plain = tensor.detach().cpu().resolveConj().resolveNeg().contiguous();
      long size = NativeData.bytes(Bridge.handle(plain));
      for (long at = 0; at < size; at += CHUNK) {
        writeAll(NativeData.buffer(Bridge.handle(plain), at, Math.min(CHUNK, size - at)), out);
      }
    }
  }

  static void writeAll(ByteBuffer bytes, WritableByteChannel out) throws IOException {
    while (bytes.hasRemaining()) out.write(bytes);
  }
}
