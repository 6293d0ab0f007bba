package dev.jtorch;

/** Checks a gradient that somebody assigns, with PyTorch's messages. */
final class GradientCheck {
  private GradientCheck() {}

  static void fits(Tensor tensor, Tensor gradient) {
    if (tensor.dtype() != gradient.dtype()) {
      throw new DTypeException("attempting to assign a gradient with dtype '" + gradient.dtype()
          + "' to a tensor with dtype '" + tensor.dtype() + "'");
    }
    if (!tensor.shape().equals(gradient.shape())) {
      throw new ShapeException("attempting to assign a gradient of size '" + gradient.shape().asList()
          + "' to a tensor of size '" + tensor.shape().asList()
          + "'. Please ensure that the gradient and the tensor are the same size");
    }
    if (!tensor.device().equals(gradient.device())) {
      throw new DeviceException("attempting to assign a gradient on device '" + gradient.device()
          + "' to a tensor on device '" + tensor.device()
          + "'. Please ensure that the gradient and the tensor are on the same device");
    }
  }
}
