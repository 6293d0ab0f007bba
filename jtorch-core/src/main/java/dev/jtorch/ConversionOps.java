package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.AtenIndexing;
import dev.jtorch.internal.HostArrays;
import dev.jtorch.internal.NativeData;
import dev.jtorch.internal.NativeOptions;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Conversions: to other element types, devices and copies, and to Java numbers, arrays and buffers.
 *
 * <p>Where nothing changes, {@code to} and its short forms return this tensor itself, as PyTorch does. Python's {@code
 * .float()}, {@code .int()} and so on are called {@code toFloat()}, {@code toInt()} here. Conversions take part in the
 * graph.
 *
 * <p>Arrays hold the elements row by row, whatever the strides. An array of some type takes the dtypes that Java itself
 * would widen to it without a cast, so {@code toDoubleArray} reads every real dtype and {@code toIntArray} none that could
 * lose digits; {@code toFloat()} and its like convert first. A tensor that requires grad is refused, because changes to an
 * array cannot be differentiated; {@code detach()} it first. A tensor on another device is copied to the CPU.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.to.html">torch.Tensor.to</a>
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.numpy.html">torch.Tensor.numpy</a>
 */
public sealed interface ConversionOps permits Tensor {
  /** {@return the elements in another type} */
  default Tensor to(DType dtype) {
    Tensor self = (Tensor) this;
    if (self.dtype() == dtype) return self;
    return tensor(AtenConversion.to(handle(this), DefaultDtype.of(dtype), false, false, MemoryFormat.none()));
  }

  /**
   * The elements on another device.
   *
   * @throws DeviceException if this machine has no such device
   */
  default Tensor to(Device device) { return to(o -> o.device(device)); }

  /**
   * The elements on another device and in another type.
   *
   * @throws DeviceException if this machine has no such device
   */
  default Tensor to(Device device, DType dtype) { return to(o -> o.device(device).dtype(dtype)); }

  /**
   * The elements on another device, given by its name as Python writes it: {@code x.to("cuda:0")}.
   *
   * @throws DeviceException if there is no such name, or this machine has no such device
   */
  default Tensor to(String device) { return to(Device.of(required(device, "device"))); }

  /** {@return the elements on the device and in the type of another tensor} */
  default Tensor to(Tensor other) {
    return to(required(other, "other").device(), other.dtype());
  }

  /**
   * The elements as the options say.
   *
   * @throws DeviceException if this machine has no such device
   */
  default Tensor to(UnaryOperator<ConversionOptions> with) {
    ConversionOptions o = configured(new ConversionOptions(), with);
    Tensor self = (Tensor) this;
    DType dtype = o.dtype() == null ? self.dtype() : o.dtype();
    Device device = o.device() == null ? self.device() : o.device().requireHere();
    MemoryFormat format = o.memoryFormat();
    boolean same = dtype == self.dtype() && device.equals(self.device());
    if (same && !o.copy() && (format == null || format == MemoryFormat.PRESERVE || self.isContiguous(format)))
      return self;
    var options = NativeOptions.of(dtype.code(), device.type().code, device.index());
    int code = format == null ? MemoryFormat.none() : format.code();
    return tensor(AtenConversion.to(handle(this), options, o.nonBlocking(), o.copy(), code));
  }

  /** {@return the elements in the type of another tensor} */
  default Tensor typeAs(Tensor other) {
    return to(required(other, "other").dtype());
  }

  /** {@return the elements in another type; the same as {@link #to(DType)}} */
  default Tensor type(DType dtype) {
    return to(dtype);
  }

  /** {@return the elements as float32} */
  default Tensor toFloat() {
    return to(DType.FLOAT32);
  }

  /** {@return the elements as float64} */
  default Tensor toDouble() {
    return to(DType.FLOAT64);
  }

  /** {@return the elements as float16} */
  default Tensor toHalf() {
    return to(DType.FLOAT16);
  }

  /** {@return the elements as float16; the same as {@link #toHalf()}} */
  default Tensor half() {
    return to(DType.FLOAT16);
  }

  /** {@return the elements as bfloat16; the same as {@link #toBFloat16()}} */
  default Tensor bfloat16() {
    return to(DType.BFLOAT16);
  }

  /** {@return the elements as bfloat16} */
  default Tensor toBFloat16() {
    return to(DType.BFLOAT16);
  }

  /** {@return the elements as int64: fractions are cut off} */
  default Tensor toLong() {
    return to(DType.INT64);
  }

  /** {@return the elements as int32: fractions are cut off} */
  default Tensor toInt() {
    return to(DType.INT32);
  }

  /** {@return the elements as int16: fractions are cut off} */
  default Tensor toShort() {
    return to(DType.INT16);
  }

  /** {@return the elements as int8, PyTorch's {@code char}: fractions are cut off} */
  default Tensor toChar() {
    return to(DType.INT8);
  }

  /** {@return the elements as uint8, PyTorch's {@code byte}: fractions are cut off} */
  default Tensor toByte() {
    return to(DType.UINT8);
  }

  /** {@return the elements as bool: true for all but zero} */
  default Tensor toBool() {
    return to(DType.BOOL);
  }

  /** {@return the elements on the CPU} */
  default Tensor cpu() {
    return to(Device.CPU);
  }

  /**
   * The elements on the current CUDA device.
   *
   * @throws DeviceException if there is none
   */
  default Tensor cuda() { return ((Tensor) this).isCuda() ? (Tensor) this : to(Device.cuda(-1)); }

  /**
   * The elements on a CUDA device.
   *
   * @throws DeviceException if there is no such device
   */
  default Tensor cuda(int index) { return to(Device.cuda(index)); }

  /** {@return this tensor if its elements lie row by row, else a copy whose elements do} */
  default Tensor contiguous() {
    return contiguous(MemoryFormat.CONTIGUOUS);
  }

  /** {@return this tensor if its elements lie in that order, else a copy whose elements do} */
  default Tensor contiguous(MemoryFormat format) {
    Tensor self = (Tensor) this;
    if (self.isContiguous(format)) return self;
    return tensor(AtenConversion.clone(handle(this), required(format, "format").code()));
  }

  /** {@return a copy with elements in this order, part of the graph} */
  default Tensor clone(MemoryFormat format) {
    return tensor(AtenConversion.clone(handle(this), required(format, "format").code()));
  }

  /**
   * Copies the elements of another tensor, which may have another dtype or device and is broadcast to this one's shape.
   *
   * @return this
   */
  default Tensor copy_(Tensor source) { return copy_(source, false); }

  /**
   * Copies the elements of another tensor, maybe in the background.
   *
   * @param nonBlocking lets a copy between the CPU's pinned memory and an accelerator go on in the background
   * @return this
   */
  default Tensor copy_(Tensor source, boolean nonBlocking) {
    AtenIndexing.copy_(handle(this), handle(source), nonBlocking);
    return (Tensor) this;
  }

  /** {@return whether only elements that are not zero are kept, with their places, as in the gradient of a sparse embedding} */
  default boolean isSparse() {
    return AtenConversion.isSparse(handle(this));
  }

  /** {@return a tensor with every element at its place; this one if it is not sparse} */
  default Tensor toDense() {
    return isSparse() ? tensor(AtenConversion.toDense(handle(this), NativeOptions.NONE, null)) : (Tensor) this;
  }

  /** {@return zeros with this tensor's dtype and device} */
  default Tensor newZeros(long... size) {
    return newZeros(size, o -> o);
  }

  /** {@return zeros with this tensor's dtype and device, or those of the options} */
  default Tensor newZeros(long[] size, UnaryOperator<TensorOptions> with) {
    return Torch.zeros(size, like(with));
  }

  /** {@return zeros of a size that another tensor has, with this one's dtype and device} */
  default Tensor newZeros(Size size) {
    return newZeros(required(size, "size").toLongArray());
  }

  /** {@return ones with this tensor's dtype and device} */
  default Tensor newOnes(long... size) {
    return newOnes(size, o -> o);
  }

  /** {@return ones with this tensor's dtype and device, or those of the options} */
  default Tensor newOnes(long[] size, UnaryOperator<TensorOptions> with) {
    return Torch.ones(size, like(with));
  }

  /** {@return ones of a size that another tensor has, with this one's dtype and device} */
  default Tensor newOnes(Size size) {
    return newOnes(required(size, "size").toLongArray());
  }

  /** {@return elements of any value, with this tensor's dtype and device} */
  default Tensor newEmpty(long... size) {
    return newEmpty(size, o -> o);
  }

  /** {@return elements of any value, with this tensor's dtype and device, or those of the options} */
  default Tensor newEmpty(long[] size, UnaryOperator<TensorOptions> with) {
    return Torch.empty(size, like(with));
  }

  /** {@return elements of any value in a size that another tensor has, with this one's dtype and device} */
  default Tensor newEmpty(Size size) {
    return newEmpty(required(size, "size").toLongArray());
  }

  /** {@return a tensor filled with one value, with this tensor's dtype and device} */
  default Tensor newFull(long[] size, Number value) {
    return newFull(size, value, o -> o);
  }

  /** {@return a tensor filled with one value, with this tensor's dtype and device, or those of the options} */
  default Tensor newFull(long[] size, Number value, UnaryOperator<TensorOptions> with) {
    return Torch.full(size, value, like(with));
  }

  /** {@return a tensor of a size that another one has, filled with one value, with this tensor's dtype and device} */
  default Tensor newFull(Size size, Number value) {
    return newFull(required(size, "size").toLongArray(), value);
  }

  /** {@return a tensor of Python's values, with this tensor's dtype and device; see {@link Torch#tensor(List)}} */
  default Tensor newTensor(List<?> values) {
    return Torch.tensor(values, like(o -> o));
  }

  /** {@return a tensor of one dimension of Python's numbers, with this tensor's dtype and device} */
  default Tensor newTensor(Number... values) {
    return newTensor(Arrays.asList(required(values, "values")));
  }

  private UnaryOperator<TensorOptions> like(UnaryOperator<TensorOptions> with) {
    Tensor self = (Tensor) this;
    return o -> configured(o.dtype(self.dtype()).device(self.device()), with);
  }

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
