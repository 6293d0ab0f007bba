package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.HostArrays;
import dev.jtorch.internal.NativeData;
import java.nio.ByteBuffer;

/**
 * A tensor's elements as Java numbers, arrays and buffers.
 *
 * <p>Arrays hold the elements row by row, whatever the strides. An array of some type takes the dtypes that Java itself
 * would widen to it without a cast, so {@code toDoubleArray} reads every real dtype and {@code toIntArray} none that could
 * lose digits; {@code toFloat()} and its like convert first. A tensor that requires grad is refused, because changes to an
 * array cannot be differentiated; {@code detach()} it first. A tensor on another device is copied to the CPU.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.numpy.html">torch.Tensor.numpy</a>
 */
public sealed interface HostOps permits Tensor {
  /**
   * The only element as a double: {@code total += loss.item()}. A bool is 1 or 0.
   *
   * @throws TorchException if there is not exactly one element
   * @throws DTypeException if the element is complex, or an integer that no double holds exactly
   */
  default double item() {
    Number element = element();
    if (element instanceof Complex) {
      throw new DTypeException(
          "item: dtype is " + ((Tensor) this).dtype() + " (expected: a real type); use itemComplex()");
    }
    double value = element.doubleValue();
    if (element instanceof Long integer && ((long) value != integer || value == 0x1p63)) {
      throw new DTypeException("item: " + integer + " is no double (expected: an integer that a double holds exactly);"
          + " use itemLong()");
    }
    return value;
  }

  /**
   * The only element as a long; a bool is 1 or 0.
   *
   * @throws TorchException if there is not exactly one element
   * @throws DTypeException if the tensor is of a floating-point or complex type
   */
  default long itemLong() {
    if (element() instanceof Long integer) return integer;
    throw new DTypeException("itemLong: dtype is " + ((Tensor) this).dtype()
        + " (expected: an integer type or bool); use item() or toLong()");
  }

  /**
   * Whether the only element is other than zero, as Python's {@code bool(x)}.
   *
   * @throws TorchException if there is not exactly one element
   */
  default boolean itemBool() {
    Number element = element();
    return element instanceof Complex c ? c.real() != 0 || c.imag() != 0 : element.doubleValue() != 0;
  }

  /**
   * The only element as a complex number, whose imaginary part is 0 where the tensor is real.
   *
   * @throws TorchException if there is not exactly one element
   */
  default Complex itemComplex() {
    Number element = element();
    return element instanceof Complex c ? c : Complex.of(element.doubleValue(), 0);
  }

  /**
   * The elements as Python's {@code tolist()}: lists in lists, one level a dimension, of {@link Long}, {@link Double}, {@link
   * Boolean} or {@link Complex}; a tensor without dimensions gives its element alone.
   */
  default Object tolist() {
    Tensor self = (Tensor) this;
    if (self.dim() == 0) return self.dtype() == DType.BOOL ? (Object) itemBool() : element();
    try (var scope = Scope.open()) {
      return self.unbind().stream().map(Tensor::tolist).toList();
    }
  }

  private Number element() {
    if (!((Tensor) this).isComplex()) return NativeData.item(handle(this));
    double[] parts = NativeData.complexItem(handle(this));
    return Complex.of(parts[0], parts[1]);
  }

  /**
   * The elements as doubles.
   *
   * @throws DTypeException if the dtype is not one of: every real dtype but bool
   * @throws TorchException if the tensor requires grad
   */
  default double[] toDoubleArray() {
    try (var elements = HostElements.of(this, "toDoubleArray", HostElements.As.DOUBLE)) {
      var array = new double[elements.count()];
      HostArrays.read(elements.handle(), array);
      return array;
    }
  }

  /**
   * The elements as floats.
   *
   * @throws DTypeException if the dtype is not one of: floating-point types up to float32, and integers
   * @throws TorchException if the tensor requires grad
   */
  default float[] toFloatArray() {
    try (var elements = HostElements.of(this, "toFloatArray", HostElements.As.FLOAT)) {
      var array = new float[elements.count()];
      HostArrays.read(elements.handle(), array);
      return array;
    }
  }

  /**
   * The elements as longs.
   *
   * @throws DTypeException if the dtype is not one of: integers but uint64
   * @throws TorchException if the tensor requires grad
   */
  default long[] toLongArray() {
    try (var elements = HostElements.of(this, "toLongArray", HostElements.As.LONG)) {
      var array = new long[elements.count()];
      HostArrays.read(elements.handle(), array);
      return array;
    }
  }

  /**
   * The elements as ints.
   *
   * @throws DTypeException if the dtype is not one of: int32, int16, int8, uint16, uint8
   * @throws TorchException if the tensor requires grad
   */
  default int[] toIntArray() {
    try (var elements = HostElements.of(this, "toIntArray", HostElements.As.INT)) {
      var array = new int[elements.count()];
      HostArrays.read(elements.handle(), array);
      return array;
    }
  }

  /**
   * The elements as shorts.
   *
   * @throws DTypeException if the dtype is not one of: int16, int8, uint8
   * @throws TorchException if the tensor requires grad
   */
  default short[] toShortArray() {
    try (var elements = HostElements.of(this, "toShortArray", HostElements.As.SHORT)) {
      var array = new short[elements.count()];
      HostArrays.read(elements.handle(), array);
      return array;
    }
  }

  /**
   * The elements as bytes.
   *
   * @throws DTypeException if the dtype is not one of: int8, and uint8 bit by bit
   * @throws TorchException if the tensor requires grad
   */
  default byte[] toByteArray() {
    try (var elements = HostElements.of(this, "toByteArray", HostElements.As.BYTE)) {
      var array = new byte[elements.count()];
      HostArrays.read(elements.handle(), array);
      return array;
    }
  }

  /**
   * The elements of a bool tensor.
   *
   * @throws DTypeException if the dtype is another
   * @throws TorchException if the tensor requires grad
   */
  default boolean[] toBooleanArray() {
    try (var elements = HostElements.of(this, "toBooleanArray", HostElements.As.BOOLEAN)) {
      var bytes = new byte[elements.count()];
      HostArrays.read(elements.handle(), bytes);
      var array = new boolean[bytes.length];
      for (int i = 0; i < array.length; i++) array[i] = bytes[i] != 0;
      return array;
    }
  }

  /**
   * Writes the bytes of all elements, of any dtype, row by row and in native byte order, at the buffer's position, which
   * moves behind them. A {@code ByteBuffer} of a {@code FloatBuffer}'s bytes is made with {@code order(nativeOrder())}.
   *
   * @throws ShapeException if the buffer has too little room, or the tensor more than 2 GiB
   * @throws TorchException if the tensor requires grad
   */
  default void copyTo(ByteBuffer buffer) {
    try (var elements = HostElements.of(this, "copyTo", HostElements.As.ANY)) {
      HostBuffers.write("copyTo", elements.tensor(), required(buffer, "buffer"));
    }
  }

  /**
   * Reads the bytes of all elements, row by row and in native byte order, from the buffer's position, which moves behind
   * them.
   *
   * @return this
   * @throws ShapeException if the buffer holds too little, or the tensor more than 2 GiB
   * @throws TorchException if the tensor is a leaf that requires grad, outside {@code noGrad}
   */
  default Tensor copyFrom(ByteBuffer buffer) {
    Tensor self = (Tensor) this;
    try (var scope = Scope.open()) {
      Tensor read = HostTensors.empty(self.dtype(), self.shape().toLongArray());
      return self.copy_(HostBuffers.read("copyFrom", required(buffer, "buffer"), read));
    }
  }
}
