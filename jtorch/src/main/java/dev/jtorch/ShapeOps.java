package dev.jtorch;

/** Views, copies of another shape, joining and splitting. */
public sealed interface ShapeOps permits Tensor {
}
