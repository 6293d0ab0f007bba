package dev.jtorch.internal;

import java.io.UnsupportedEncodingException;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.LongArrayRef;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorMaker;
import org.bytedeco.pytorch.global.torch;

/**
 * A file in memory, and tensors that lie in it: pages are read when they are first touched, and what is written to a tensor
 * stays in memory.
 *
 * <p>Each tensor has a storage of its own, which owns a reference to the whole mapping; with the last one goes the mapping.
 */
public final class FileMapping implements AutoCloseable {
  private final Tensor bytes;

  private FileMapping(Tensor bytes) {
    this.bytes = bytes;
  }

  /** A reference to a tensor that native code will drop. */
  private static final class GivenAway extends Tensor {
    /**
     * The C++ function that drops one, which the presets use themselves to free a {@link Tensor}. A callback in Java would not do:
     * LibTorch calls it from a destructor, where the thread may have no stack left and no exception may leave.
     */
    static final PointerConsumer DROP = dropFunction();

    GivenAway(Tensor shared) {
      super(shared);
    }

    private static PointerConsumer dropFunction() {
      try (var any = new GivenAway(new Tensor())) {
        long function = ((NativeDeallocator) any.deallocator()).deallocatorAddress();
        // a function pointer of JavaCPP's is the address of a function, and a Java object that is absent here
        return PooledNatives.kept(new PointerConsumer(PooledNatives.kept(new LongPointer(function, 0))));
      }
    }

    /** Makes it native code's business alone to drop the reference; before it gets it, so that there are never two owners. */
    void release() {
      deallocate(false);
    }
  }

  /** Maps the first {@code size} bytes of a file, one at least. */
  public static FileMapping of(String path, long size) {
    NativeOptions type = NativeOptions.of(torch.ScalarType.Byte.value, NativeOptions.NONE, NativeOptions.NONE);
    try (var name = new BytePointer(path, "UTF-8");
        var shared = new BoolOptional(false);
        var length = new LongOptional(size)) {
      return new FileMapping(torch.from_file(name, shared, length, type.get()));
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    } catch (RuntimeException e) {
      throw NativeErrors.translate("from_file", e);
    }
  }

  /** A contiguous tensor whose elements begin at {@code offset}. It must have elements and lie inside the mapping. */
  public NativeTensor tensor(long offset, long[] shape, int dtype) {
    NativeOptions type = NativeOptions.of(dtype, NativeOptions.NONE, NativeOptions.NONE);
    PointerConsumer drop = GivenAway.DROP;
    var data = new BytePointer(bytes.data_ptr()).position(offset);
    var mapping = new GivenAway(bytes);
    try (var sizes = new LongPointer(shape);
        var shapeRef = new LongArrayRef(sizes, shape.length);
        TensorMaker maker = torch.for_blob(data, shapeRef)) {
      mapping.release();
      return NativeTensor.of(maker.options(type.get()).context(mapping, drop).make_tensor());
    } catch (RuntimeException e) {
      throw NativeErrors.translate("from_blob", e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Makes no more tensors. Those that were made stay valid. */
  @Override public void close() { bytes.close(); }
}
