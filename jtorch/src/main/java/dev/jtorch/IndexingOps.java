package dev.jtorch;

/** Reading and writing by index, slice, mask and index tensor. */
public sealed interface IndexingOps permits Tensor {
}
