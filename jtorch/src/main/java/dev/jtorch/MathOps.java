package dev.jtorch;

/** Elementwise functions of one tensor. */
public sealed interface MathOps permits Tensor {
}
