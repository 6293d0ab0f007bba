package dev.jtorch;

/** Products, decompositions and solvers. */
public sealed interface LinearAlgebraOps permits Tensor {
}
