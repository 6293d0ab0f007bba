package dev.jtorch.internal;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Copies between Java arrays and the elements of contiguous CPU tensors of the array's own element type, in one native call
 * whatever their size.
 */
public final class HostArrays {
  private HostArrays() {}

  private static Pointer elements(NativeTensor tensor) { return tensor.use().data_ptr(); }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, byte[] into) {
    try {
      if (into.length > 0) new BytePointer(elements(tensor)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, byte[] from) {
    try {
      if (from.length > 0) new BytePointer(elements(tensor)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, short[] into) {
    try {
      if (into.length > 0) new ShortPointer(elements(tensor)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, short[] from) {
    try {
      if (from.length > 0) new ShortPointer(elements(tensor)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, int[] into) {
    try {
      if (into.length > 0) new IntPointer(elements(tensor)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, int[] from) {
    try {
      if (from.length > 0) new IntPointer(elements(tensor)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, long[] into) {
    try {
      if (into.length > 0) new LongPointer(elements(tensor)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, long[] from) {
    try {
      if (from.length > 0) new LongPointer(elements(tensor)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, float[] into) {
    try {
      if (into.length > 0) new FloatPointer(elements(tensor)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, float[] from) {
    try {
      if (from.length > 0) new FloatPointer(elements(tensor)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills an array from a tensor of as many elements. */
  public static void read(NativeTensor tensor, double[] into) {
    try {
      if (into.length > 0) new DoublePointer(elements(tensor)).get(into, 0, into.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }

  /** Fills a tensor from an array of as many elements. */
  public static void write(NativeTensor tensor, double[] from) {
    try {
      if (from.length > 0) new DoublePointer(elements(tensor)).put(from, 0, from.length);
    } finally {
      Reference.reachabilityFence(tensor);
    }
  }
}
