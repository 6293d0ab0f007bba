package dev.jtorch.io.pickle;

/**
 * A class such as {@code torch.FloatStorage}, which a pickle names to say what a storage holds.
 *
 * @param type what its storages hold
 */
record StorageClass(ElementType type) {}
