package dev.jtorch.bridge;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;

/** What a tensor looks like, without the tensor: gradients have the form of what they are gradients by. */
public record TensorForm(Size shape, DType dtype, Device device) {
  public static TensorForm of(Tensor tensor) {
    return new TensorForm(tensor.shape(), tensor.dtype(), tensor.device());
  }

  /** {@return zeros in this form} */
  public Tensor zeros() {
    return Torch.zeros(shape.toLongArray(), o -> o.dtype(dtype).device(device));
  }
}
