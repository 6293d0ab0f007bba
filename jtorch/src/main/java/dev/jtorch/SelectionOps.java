package dev.jtorch;

/** Selecting and writing by dimension: gather, scatter, index and mask operators. */
public sealed interface SelectionOps permits Tensor {
}
