package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.AtenCreation;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.HostArrays;

/** Copies from Java arrays to new tensors on the CPU. */
final class HostTensors {
  private HostTensors() {}

  static Tensor of(boolean[] values, long... size) {
    var bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (values[i] ? 1 : 0);
    Tensor made = empty(DType.BOOL, size);
    HostArrays.write(handle(made), bytes);
    return made;
  }

  static Tensor of(byte[] values, long... size) {
    Tensor made = empty(DType.INT8, size);
    HostArrays.write(handle(made), values);
    return made;
  }

  static Tensor of(short[] values, long... size) {
    Tensor made = empty(DType.INT16, size);
    HostArrays.write(handle(made), values);
    return made;
  }

  static Tensor of(int[] values, long... size) {
    Tensor made = empty(DType.INT32, size);
    HostArrays.write(handle(made), values);
    return made;
  }

  static Tensor of(long[] values, long... size) {
    Tensor made = empty(DType.INT64, size);
    HostArrays.write(handle(made), values);
    return made;
  }

  static Tensor of(float[] values, long... size) {
    Tensor made = empty(DType.FLOAT32, size);
    HostArrays.write(handle(made), values);
    return made;
  }

  static Tensor of(double[] values, long... size) {
    Tensor made = empty(DType.FLOAT64, size);
    HostArrays.write(handle(made), values);
    return made;
  }

  /** The tensor of a primitive array that is only known at run time. */
  static Tensor ofArray(Object array, long... size) {
    if (array instanceof float[] a) return of(a, size);
    if (array instanceof double[] a) return of(a, size);
    if (array instanceof long[] a) return of(a, size);
    if (array instanceof int[] a) return of(a, size);
    if (array instanceof short[] a) return of(a, size);
    if (array instanceof byte[] a) return of(a, size);
    if (array instanceof boolean[] a) return of(a, size);
    throw new DTypeException("tensor: elements are of type " + ClassNames.of(array.getClass().getComponentType())
        + " (expected: boolean, byte, short, int, long, float or double)");
  }

  static Tensor empty(DType dtype, long... size) {
    return tensor(AtenCreation.empty(size, DefaultDtype.of(dtype), MemoryFormat.none()));
  }

  /** The tensor as the options want it; it must be one that nobody else has seen. */
  static Tensor with(Tensor made, TensorOptions o) {
    o.refuseGenerator("tensor").refuseFormat("tensor");
    if (o.dtype() == null && o.device() == null) return o.finish(handle(made));
    var converted = AtenConversion.to(handle(made), o.asSaid(), false, false, MemoryFormat.none());
    made.close();
    return o.finish(converted);
  }
}
