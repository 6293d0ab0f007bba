package dev.jtorch.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.DoubleComplex;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** A tensor's shape, type and bytes. */
public final class NativeData {
  private NativeData() {}

  public static long numel(NativeTensor tensor) { return tensor.use().numel(); }

  public static int dim(NativeTensor tensor) { return (int) tensor.use().dim(); }

  public static long size(NativeTensor tensor, int dim) { return tensor.use().size(dim); }

  public static long[] sizes(NativeTensor tensor) {
    Tensor t = tensor.use();
    var sizes = new long[(int) t.dim()];
    for (int i = 0; i < sizes.length; i++) sizes[i] = t.size(i);
    return sizes;
  }

  public static long[] strides(NativeTensor tensor) {
    Tensor t = tensor.use();
    var strides = new long[(int) t.dim()];
    for (int i = 0; i < strides.length; i++) strides[i] = t.stride(i);
    return strides;
  }

  public static long storageOffset(NativeTensor tensor) { return tensor.use().storage_offset(); }

  /** LibTorch's number of the dtype. */
  public static int dtype(NativeTensor tensor) {
    return tensor.use().scalar_type().value;
  }

  /** LibTorch's number of the device type; CPU is 0. */
  public static int deviceType(NativeTensor tensor) {
    Tensor t = tensor.use();
    if (t.is_cpu()) return 0;
    try (var device = t.device()) {
      return device.type().value;
    }
  }

  /** The device's index; {@link NativeOptions#NONE} on the CPU. */
  public static int deviceIndex(NativeTensor tensor) {
    Tensor t = tensor.use();
    if (t.is_cpu()) return NativeOptions.NONE;
    try (var device = t.device()) {
      return device.index();
    }
  }

  public static boolean contiguous(NativeTensor tensor) { return tensor.use().is_contiguous(); }

  public static boolean contiguous(NativeTensor tensor, int format) {
    return tensor.use().is_contiguous(NativeOptions.optionalFormat(format).get());
  }

  public static long itemSize(NativeTensor tensor) { return tensor.use().itemsize(); }

  public static long bytes(NativeTensor tensor) { return tensor.use().nbytes(); }

  /** True for the gradients that LibTorch knows to be 0 and gives no storage; a clone has one. */
  public static boolean isZeroTensor(NativeTensor tensor) {
    return tensor.use()._is_zerotensor();
  }

  /** Where the first element lies, equal for views of the same beginning; 0 where there is none. */
  public static long address(NativeTensor tensor) {
    Pointer data = tensor.use().data_ptr();
    return data == null ? 0 : data.address();
  }

  /** Tells LibTorch's tensors apart: equal for handles on one tensor, as long as it lives. */
  public static long identity(NativeTensor tensor) {
    return tensor.use().unsafeGetTensorImpl().address();
  }

  /** False for sparse tensors. */
  public static boolean hasStorage(NativeTensor tensor) {
    return tensor.use().has_storage();
  }

  /** Identifies the storage that a tensor shares with its views; 0 for an empty one. */
  public static long storageAddress(NativeTensor tensor) {
    try (var storage = tensor.use().storage()) {
      Pointer data = storage.data();
      return data == null ? 0 : data.address();
    }
  }

  public static long storageBytes(NativeTensor tensor) {
    try (var storage = tensor.use().storage()) {
      return storage.nbytes();
    }
  }

  /** A flat view, outside the graph, of all elements of the storage that a tensor views a part of. */
  public static NativeTensor wholeStorage(NativeTensor tensor) {
    long count = storageBytes(tensor) / tensor.use().element_size();
    return AtenShape.asStrided(AtenConversion.detach(tensor), new long[] {count}, new long[] {1}, 0L);
  }

  /** The only element of a real tensor: Double, or Long for integers and booleans. */
  public static Number item(NativeTensor tensor) {
    Tensor t = tensor.use();
    try {
      if (t.is_floating_point()) return t.item_double();
      return t.item_long();
    } catch (RuntimeException e) {
      throw NativeErrors.translate("item", e);
    }
  }

  /** The real and the imaginary part of the only element of a complex tensor. */
  public static double[] complexItem(NativeTensor tensor) {
    try (Scalar item = tensor.use().item(); DoubleComplex value = item.toComplexDouble()) {
      return new double[] {value.real(), value.imag()};
    } catch (RuntimeException e) {
      throw NativeErrors.translate("item", e);
    }
  }

  /**
   * The bytes of a contiguous CPU tensor, in native order, without a copy.
   *
   * <p>The buffer does not keep the tensor alive: the caller holds the tensor until the last access.
   */
  public static ByteBuffer buffer(NativeTensor tensor) { return buffer(tensor, 0, bytes(tensor)); }

  /** A part of the bytes, for tensors too big for one buffer. */
  public static ByteBuffer buffer(NativeTensor tensor, long offset, long length) {
    if (length == 0) return ByteBuffer.allocate(0).order(ByteOrder.nativeOrder());
    Pointer data = tensor.use().data_ptr();
    var bytes = new BytePointer(data).position(offset).limit(offset + length);
    return bytes.asByteBuffer().order(ByteOrder.nativeOrder());
  }

  /** A part of the bytes of the whole storage, whatever part of it the tensor sees; the caller holds the tensor. */
  public static ByteBuffer storageBuffer(NativeTensor tensor, long offset, long length) {
    if (length == 0) return ByteBuffer.allocate(0);
    try (var storage = tensor.use().storage()) {
      return new BytePointer(storage.data()).position(offset).limit(offset + length).asByteBuffer()
          .order(ByteOrder.nativeOrder());
    }
  }
}
