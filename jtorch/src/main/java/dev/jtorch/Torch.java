package dev.jtorch;

import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenCreation;
import dev.jtorch.internal.NativeOptions;

/** Makes tensors, and holds PyTorch's free functions. */
public final class Torch {
  private Torch() {}

  static {
    Tensor.loadNatives();
  }

  /** {@return ones of the default dtype} */
  public static Tensor ones(long... size) {
    return tensor(AtenCreation.ones(size, NativeOptions.of(-1, -1, -1)));
  }
}
