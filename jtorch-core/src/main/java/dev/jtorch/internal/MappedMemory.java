package dev.jtorch.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A file mapped into memory, as the storages of tensors. The map is private: what is written to a tensor stays in memory
 * and never reaches the file. It lasts until this object is closed and the last tensor over it is gone.
 */
public final class MappedMemory implements AutoCloseable {
  private static final int BYTE = torch.ScalarType.Byte.value;
  private static final int CPU = 0;

  /** Whose bytes a storage is, by its address; no two storages begin at one byte. */
  private static final Map<Long, MappedMemory> OWNERS = new ConcurrentHashMap<>();
  private static final PointerConsumer RELEASE = PooledNatives.kept(new Release());

  private final Tensor file;
  private final AtomicInteger users = new AtomicInteger(1);

  private MappedMemory(Tensor file) {
    this.file = file;
  }

  /** LibTorch calls this on whichever thread lets go of the last tensor of a storage. */
  private static final class Release extends PointerConsumer {
    @Override public void call(@Nullable Pointer data) {
      MappedMemory owner = data == null ? null : OWNERS.remove(data.address());
      if (owner != null) owner.close();
    }
  }

  /** Maps the first {@code size} bytes of a file. */
  public static MappedMemory of(String path, long size) {
    try {
      return new MappedMemory(torch.torch_from_file(path, Optionals.of(false), Optionals.of(size),
          NativeOptions.of(BYTE, CPU, NativeOptions.NONE).get()));
    } catch (RuntimeException e) {
      throw NativeErrors.translate("mmap", e);
    }
  }

  /** A tensor of bytes over a part of the file, which is not empty and begins where no other part does. */
  public NativeTensor bytes(long offset, long length) {
    try {
      BytePointer start = new BytePointer(file.data_ptr()).getPointer(offset);
      users.incrementAndGet();
      OWNERS.put(start.address(), this);
      return NativeTensor.of(torch.from_blob(start, new long[] {length}, RELEASE,
          NativeOptions.of(BYTE, CPU, NativeOptions.NONE).get()));
    } catch (RuntimeException e) {
      throw NativeErrors.translate("mmap", e);
    }
  }

  /** Lets go of one use of the map; the last one unmaps the file. */
  @Override public void close() {
    if (users.decrementAndGet() == 0) file.close();
  }
}
