package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.AtenIndexing;
import dev.jtorch.internal.NativeOptions;
import java.util.function.UnaryOperator;

/**
 * Element types, devices and copies.
 *
 * <p>Where nothing changes, {@code to} and its short forms return this tensor itself, as PyTorch does. Python's {@code
 * .float()}, {@code .int()} and so on are called {@code toFloat()}, {@code toInt()} here. Conversions take part in the
 * graph.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.to.html">torch.Tensor.to</a>
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
    ConversionOptions o = configured(ConversionOptions.DEFAULT, with);
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
}
