package dev.jtorch.internal;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptionalList;
import org.bytedeco.pytorch.TensorOptionalVector;
import org.bytedeco.pytorch.TensorVector;
import org.jspecify.annotations.Nullable;

/** Native lists of tensors that live for one call. */
final class Vectors {
  private Vectors() {}

  /** A list for the head of a try: freed however the call ends. */
  record Tensors(TensorVector get) implements AutoCloseable {
    @Override public void close() { get.close(); }
  }

  /** Like {@link Tensors}, with gaps. */
  record OptionalTensors(TensorOptionalVector vector, TensorOptionalList get) implements AutoCloseable {
    @Override public void close() {
      get.close();
      vector.close();
    }
  }

  static Tensors of(@Nullable NativeTensor[] tensors, String name) {
    var natives = new Tensor[tensors.length];
    for (int i = 0; i < tensors.length; i++) {
      NativeTensor tensor = tensors[i];
      if (tensor == null) throw Arguments.missing(name + "[" + i + "]");
      natives[i] = tensor.use();
    }
    return new Tensors(new TensorVector(natives));
  }

  static OptionalTensors ofOptional(@Nullable NativeTensor[] tensors) {
    var natives = new TensorOptional[tensors.length];
    for (int i = 0; i < tensors.length; i++) natives[i] = NativeTensor.optional(tensors[i]);
    var vector = new TensorOptionalVector(natives);
    return new OptionalTensors(vector, new TensorOptionalList(vector));
  }
}
