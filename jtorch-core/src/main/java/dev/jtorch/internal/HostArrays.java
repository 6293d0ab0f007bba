package dev.jtorch.internal;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Copies between Java arrays and the elements of contiguous CPU tensors of the array's own element type, in one native call
 * whatever their size.
 */
public final class HostArrays {
  private HostArrays() {}

  /** Where so many bytes of elements lie, one after the other: another thread may have put others behind the tensor meanwhile. */
  private static Pointer elements(NativeTensor tensor, long bytes) {
    Tensor found = tensor.use();
    if (found.nbytes() >= bytes && found.is_contiguous()) return found.data_ptr();
    throw NativeErrors.failed("data", "data: another thread changed the tensor while its elements were copied"
        + " (expected: no other thread computing with a tensor that is changed)");
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, byte[] into) {
    try {
      if (into.length > 0) new BytePointer(elements(tensor, into.length)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, byte[] from) {
    try {
      if (from.length > 0) new BytePointer(elements(tensor, from.length)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, short[] into) {
    try {
      if (into.length > 0)
        new ShortPointer(elements(tensor, into.length * (long) Short.BYTES)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, short[] from) {
    try {
      if (from.length > 0)
        new ShortPointer(elements(tensor, from.length * (long) Short.BYTES)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, int[] into) {
    try {
      if (into.length > 0)
        new IntPointer(elements(tensor, into.length * (long) Integer.BYTES)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, int[] from) {
    try {
      if (from.length > 0)
        new IntPointer(elements(tensor, from.length * (long) Integer.BYTES)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, long[] into) {
    try {
      if (into.length > 0) new LongPointer(elements(tensor, into.length * (long) Long.BYTES)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, long[] from) {
    try {
      if (from.length > 0) new LongPointer(elements(tensor, from.length * (long) Long.BYTES)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, float[] into) {
    try {
      if (into.length > 0)
        new FloatPointer(elements(tensor, into.length * (long) Float.BYTES)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, float[] from) {
    try {
      if (from.length > 0)
        new FloatPointer(elements(tensor, from.length * (long) Float.BYTES)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, double[] into) {
    try {
      if (into.length > 0)
        new DoublePointer(elements(tensor, into.length * (long) Double.BYTES)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, double[] from) {
    try {
      if (from.length > 0)
        new DoublePointer(elements(tensor, from.length * (long) Double.BYTES)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Copies so many bytes from a tensor to a buffer. */
  public static void read(NativeTensor tensor, ByteBuffer into, int length) {
    try {
      if (length > 0) into.put(bytes(tensor, length));
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from a buffer of as many bytes. */
  public static void write(NativeTensor tensor, ByteBuffer from) {
    try {
      if (from.hasRemaining()) bytes(tensor, from.remaining()).put(from);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  private static ByteBuffer bytes(NativeTensor tensor, int length) {
    return new BytePointer(elements(tensor, length)).limit(length).asByteBuffer();
  }
}
