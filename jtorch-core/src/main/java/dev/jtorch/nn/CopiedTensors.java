package dev.jtorch.nn;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.NativeData;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies tensors as Python's {@code copy.deepcopy}: tensors that share a storage share a copy of it; a parameter gets a
 * storage of its own, and no gradient.
 */
final class CopiedTensors {
  private final Map<Long, Tensor> storages = new HashMap<>();

  Tensor copy(Tensor original) {
    if (original.isReleased()) return original; // there is nothing left to copy
    if (original instanceof Parameter p) return Parameter.of(p.detach().clone(), p.requiresGrad());
    Tensor elements = elements(original).keepForever();
    Tensor copy = original instanceof Buffer buffer ? buffer.with(elements) : elements;
    if (original.requiresGrad()) copy.requiresGrad_(true);
    Tensor grad = original.grad();
    if (grad != null) copy.grad(elements(grad));
    return copy;
  }

  private Tensor elements(Tensor tensor) {
    Tensor original = tensor.detach(); // which no other thread can change meanwhile
    long address = NativeData.storageAddress(Bridge.handle(original));
    if (original.device().type() == Device.Type.META || address == 0) return original.clone();
    DType dtype = original.dtype();
    Tensor storage = storages.computeIfAbsent(address, a -> storage(original));
    Tensor typed = storage.dtype() == dtype ? storage : storage.view(dtype);
    Tensor copy = Torch.empty(new long[] {0}, o -> o.dtype(dtype).device(original.device()));
    AtenConversion.set_(Bridge.handle(copy), Bridge.handle(typed), original.storageOffset(),
        original.shape().toLongArray(), NativeData.strides(Bridge.handle(original)));
    return copy;
  }

  private static Tensor storage(Tensor original) {
    return Bridge.tensor(NativeData.wholeStorage(Bridge.handle(original))).clone();
  }
}
