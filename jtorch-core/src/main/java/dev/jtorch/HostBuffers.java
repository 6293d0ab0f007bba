package dev.jtorch;

import static dev.jtorch.Tensor.handle;

import dev.jtorch.internal.NativeData;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;

/** Copies between Java's buffers and contiguous tensors on the CPU. */
final class HostBuffers {
  private HostBuffers() {}

  /** The elements of a contiguous CPU tensor of at most 2 GiB, as a buffer that does not keep the tensor alive. */
  private static ByteBuffer bytes(String who, Tensor tensor) {
    if (tensor.nbytes() <= Integer.MAX_VALUE) return NativeData.buffer(handle(tensor));
    throw new ShapeException(who + ": tensor has " + tensor.nbytes() + " bytes (expected: <= " + Integer.MAX_VALUE
        + ", the most a buffer holds); copy it by parts");
  }

  /** Fills the tensor from the buffer and moves the buffer's position behind what was read. */
  static Tensor read(String who, ByteBuffer from, Tensor into) {
    requireRoom(who, from, into.nbytes());
    int length = (int) into.nbytes();
    try {
      bytes(who, into).put(from.slice().limit(length));
    } finally {
      Reference.reachabilityFence(into);
    }
    from.position(from.position() + length);
    return into;
  }

  /** Fills the buffer from the tensor and moves the buffer's position behind what was written. */
  static void write(String who, Tensor from, ByteBuffer into) {
    requireRoom(who, into, from.nbytes());
    try {
      into.put(bytes(who, from));
    } finally {
      Reference.reachabilityFence(from);
    }
  }

  private static void requireRoom(String who, Buffer buffer, long needed) {
    if (buffer.remaining() >= needed) return;
    throw new ShapeException(who + ": buffer has " + buffer.remaining() + " bytes left (expected: " + needed + ")");
  }
}
