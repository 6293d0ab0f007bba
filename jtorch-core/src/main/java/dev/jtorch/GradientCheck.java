package dev.jtorch;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is said about gradients that somebody assigns or looks for in vain, in PyTorch's words. */
final class GradientCheck {
  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private GradientCheck() {}

  /** Once in a process. */
  static void warnNoLeaf() {
    if (WARNED.getAndSet(true)) return;
    System.getLogger(Tensor.class.getName()).log(Level.WARNING,
        "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be"
            + " populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor,"
            + " use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the"
            + " leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.");
  }

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
