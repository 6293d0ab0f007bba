package dev.jtorch;

/** In-place random numbers. */
public sealed interface RandomOps permits Tensor {
}
