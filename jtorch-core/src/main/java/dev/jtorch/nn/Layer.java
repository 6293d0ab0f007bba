package dev.jtorch.nn;

import dev.jtorch.Tensor;

/** A model of one tensor in and one tensor out: what nearly all layers and networks extend. */
public abstract class Layer extends Model<Tensor, Tensor> {
}
