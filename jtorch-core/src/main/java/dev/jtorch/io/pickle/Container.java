package dev.jtorch.io.pickle;

import dev.jtorch.io.pickle.Unpickler.Unpickled;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file of either format: its pickle, and where the bytes of the pickle's storages lie. */
interface Container extends Closeable {
  /** {@return what the pickle holds} */
  Unpickled pickle();

  /** {@return the byte order of the storages} */
  ByteOrder byteOrder();

  /** {@return how many bytes the whole file has} */
  long size();

  /** {@return how many bytes the file has for a storage} */
  long size(StorageRef storage);

  /** {@return where in the file its bytes begin, as they are; -1 when they are compressed} */
  long offset(StorageRef storage);

  /** The bytes [{@code from}, {@code from + length}) of a storage. */
  ByteBuffer bytes(StorageRef storage, long from, int length) throws IOException;

  /** Fills {@code into} with the bytes of a storage from {@code from} on. */
  void read(StorageRef storage, long from, ByteBuffer into) throws IOException;

  /** Compares everything with its checksum, as far as the format has some. */
  void verify() throws IOException;
}
