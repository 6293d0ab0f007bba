package dev.jtorch;

/** Elementwise comparison and tests. */
public sealed interface ComparisonOps permits Tensor {
}
