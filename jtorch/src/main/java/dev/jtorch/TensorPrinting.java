package dev.jtorch;

/** Prints tensors as Python does. */
final class TensorPrinting {
  private TensorPrinting() {}

  static String print(Tensor tensor, String prefix) { return prefix + tensor.shape(); }
}
