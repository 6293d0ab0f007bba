package dev.jtorch.nn;

import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.io.CheckpointException;
import java.util.IdentityHashMap;

/** Tensors outside of the graph and on the CPU, as a file holds them; each is taken there once. */
final class SavedTensors {
  private final IdentityHashMap<Tensor, Tensor> taken = new IdentityHashMap<>();

  Tensor host(Tensor tensor) {
    return taken.computeIfAbsent(tensor, t -> {
      if (tensor.device().type() == Device.Type.META) {
        throw new CheckpointException("WholeModel: a tensor " + tensor.shape().inMessage()
            + " is on the meta device (expected: a device with elements)");
      }
      return tensor.detach().cpu();
    });
  }
}
