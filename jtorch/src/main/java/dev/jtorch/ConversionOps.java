package dev.jtorch;

/** Element types, devices, copies, and the way to Java arrays and buffers. */
public sealed interface ConversionOps permits Tensor {
}
