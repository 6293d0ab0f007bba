package dev.jtorch.io.pickle;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A pickle, and the storages that go with it.
 *
 * @param bytes the pickle
 * @param storages what each key of the pickle stands for: the storage at index 0 is the pickle's {@code "0"}
 */
record Pickled(ByteBuffer bytes, List<StorageRef> storages) {}
