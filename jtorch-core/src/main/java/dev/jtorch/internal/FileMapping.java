package dev.jtorch.internal;

import java.io.UnsupportedEncodingException;
import java.lang.ref.Reference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A file in memory, and tensors that lie in it: pages are read when they are first touched, and what is written to a tensor
 * stays in memory.
 *
 * <p>Each tensor has a storage of its own, which LibTorch reports when it goes; with the last one goes the mapping.
 */
public final class FileMapping implements AutoCloseable {
  /** The mapping of each living storage, by address. */
  private static final Map<Long, FileMapping> STORAGES = new ConcurrentHashMap<>();
  private static final PointerConsumer NOTICE = PooledNatives.kept(new Notice());
  private static final DeviceOptional NO_DEVICE = PooledNatives.kept(new DeviceOptional());

  private final Tensor bytes;
  /** Whoever keeps the mapping: its storages, and until {@link #close} the one who made it. */
  private final AtomicInteger users = new AtomicInteger(1);

  private FileMapping(Tensor bytes) {
    this.bytes = bytes;
  }

  /** LibTorch calls this on whichever thread lets go of the last reference. */
  private static final class Notice extends PointerConsumer {
    @Override public void call(@Nullable Pointer data) {
      FileMapping mapping = data == null ? null : STORAGES.remove(data.address());
      if (mapping != null) mapping.drop();
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

  /**
   * A contiguous tensor whose elements begin at {@code offset}. It must have elements and lie inside the mapping, and no other
   * tensor of this mapping may begin there.
   */
  public NativeTensor tensor(long offset, long[] shape, int dtype) {
    NativeOptions type = NativeOptions.of(dtype, NativeOptions.NONE, NativeOptions.NONE);
    Pointer data = new BytePointer(bytes.data_ptr()).position(offset);
    long address = data.address() + offset;
    users.incrementAndGet();
    STORAGES.put(address, this);
    try {
      return NativeTensor.of(torch.from_blob(data, shape, NOTICE, type.get(), NO_DEVICE));
    } catch (RuntimeException e) {
      STORAGES.remove(address);
      drop();
      throw NativeErrors.translate("from_blob", e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Makes no more tensors. Those that were made stay valid. */
  @Override public void close() {
    drop();
  }

  private void drop() {
    if (users.decrementAndGet() == 0) bytes.close();
  }

  /** {@return how many storages lie in mapped files} */
  static int storages() {
    return STORAGES.size();
  }
}
