package dev.jtorch;

/** Reductions over some or all dimensions, and running reductions. */
public sealed interface ReductionOps permits Tensor {
}
