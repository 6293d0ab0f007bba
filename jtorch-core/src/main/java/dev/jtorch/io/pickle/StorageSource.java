package dev.jtorch.io.pickle;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** Gives the bytes of storages while a file is written. */
@FunctionalInterface
public interface StorageSource {
  /** Writes all {@link StorageRef#byteSize()} bytes of {@code storage} to {@code out}, little endian. */
  void write(StorageRef storage, WritableByteChannel out) throws IOException;
}
