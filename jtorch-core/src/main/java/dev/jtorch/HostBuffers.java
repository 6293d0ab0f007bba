package dev.jtorch;

import static dev.jtorch.Tensor.handle;

import dev.jtorch.internal.HostArrays;
import java.nio.Buffer;
import java.nio.ByteBuffer;

/** Copies between Java's buffers and contiguous tensors on the CPU. */
final class HostBuffers {
  private HostBuffers() {}

  /** How many bytes of elements a tensor of at most 2 GiB has. */
  private static int bytes(String who, Tensor tensor) {
    long bytes = tensor.nbytes();
    if (bytes <= Integer.MAX_VALUE) return (int) bytes;
    throw new ShapeException(who + ": tensor has " + bytes + " bytes (expected: <= " + Integer.MAX_VALUE
        + ", the most a buffer holds); copy it by parts");
  }

  /** Fills the tensor from the buffer and moves the buffer's position behind what was read. */
  static Tensor read(String who, ByteBuffer from, Tensor into) {
    requireRoom(who, from, into.nbytes());
    int length = bytes(who, into);
    HostArrays.write(handle(into), from.slice().limit(length));
    from.position(from.position() + length);
    return into;
  }

  /** Fills the buffer from the tensor and moves the buffer's position behind what was written. */
  static void write(String who, Tensor from, ByteBuffer into) {
    requireRoom(who, into, from.nbytes());
    HostArrays.read(handle(from), into, bytes(who, from));
  }

  private static void requireRoom(String who, Buffer buffer, long needed) {
    if (buffer.remaining() >= needed) return;
    throw new ShapeException(who + ": buffer has " + buffer.remaining() + " bytes left (expected: " + needed + ")");
  }
}
