package dev.jtorch.io.pickle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pickle holds.
 *
 * @param root the pickled value
 * @param storages every storage that it mentions
 * @param length how many bytes the pickle has
 */
record Unpickled(@Nullable Object root, Set<StorageRef> storages, int length) {}
