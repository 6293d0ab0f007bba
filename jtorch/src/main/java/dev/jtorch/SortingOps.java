package dev.jtorch;

/** Sorting, searching and counting. */
public sealed interface SortingOps permits Tensor {
}
