package dev.jtorch;

import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.NativeData;
import dev.jtorch.internal.NativeTensor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tensor's elements where Java can read them: on the CPU, contiguous, and of the type that was asked for. Closing it frees
 * the copies that this took.
 */
record HostElements(Tensor tensor, Scope scope) implements AutoCloseable {
  /** What the elements are read as. */
  enum As {
    BYTE(DType.INT8), SHORT(DType.INT16), INT(DType.INT32), LONG(DType.INT64), FLOAT(DType.FLOAT32), DOUBLE(
        DType.FLOAT64),
    BOOLEAN(DType.BOOL), ANY(null);

    private final @Nullable DType dtype;

    As(@Nullable DType dtype) {
      this.dtype = dtype;
    }

    DType dtypeFor(Tensor tensor) { return dtype == null ? tensor.dtype() : dtype; }

    /** Java's own rule for widening without a cast; a uint8 is a byte, bit by bit. */
    boolean takes(DType source) {
      if (dtype == null || dtype == source) return true;
      if (dtype.isIntegral()) {
        return source.isIntegral() && (source.itemSize() < dtype.itemSize() || source == DType.UINT8);
      }
      return dtype.isFloatingPoint()
          && (source.isIntegral() || (source.isFloatingPoint() && source.itemSize() < dtype.itemSize()));
    }
  }

  /** Brings the elements to where they can be read, on behalf of the method {@code who}. */
  static HostElements of(Object from, String who, As as) {
    Tensor tensor = (Tensor) from;
    if (tensor.requiresGrad()) {
      throw new TorchException("Can't call " + who + "() on Tensor that requires grad. Use tensor.detach()." + who
          + "() instead.");
    }
    if (!as.takes(tensor.dtype())) {
      throw new DTypeException(who + ": dtype is " + tensor.dtype() + " (expected: one of "
          + Stream.of(DType.values()).filter(as::takes).map(DType::torchName).toList()
          + "); convert it first, as with toDouble()");
    }
    Scope scope = Scope.open();
    try {
      return new HostElements(Tensor.tensor(readable(tensor, as.dtypeFor(tensor))), scope);
    } catch (RuntimeException e) {
      scope.close();
      throw e;
    }
  }

  private static NativeTensor readable(Tensor tensor, DType dtype) {
    TensorOptions there = new TensorOptions().dtype(dtype).device(Device.CPU);
    NativeTensor converted = AtenConversion.to(Tensor.handle(tensor), there.asSaid(), false, false,
        MemoryFormat.none());
    NativeTensor plain = AtenMath.resolveNeg(AtenMath.resolveConj(converted));
    boolean nothingToRead = NativeData.isZeroTensor(plain);
    return nothingToRead ? AtenConversion.clone(plain, MemoryFormat.none()) : AtenConversion.contiguous(plain);
  }

  NativeTensor handle() { return Tensor.handle(tensor); }

  int count() {
    long count = tensor.numel();
    if (count <= Integer.MAX_VALUE) return (int) count;
    throw new ShapeException("tensor: it has " + count + " elements (expected: <= " + Integer.MAX_VALUE
        + ", the most a Java array holds); read it by parts");
  }

  @Override public void close() { scope.close(); }
}
