package dev.jtorch.bridge;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.TensorAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes tensors to native handles and back, for those of JTorch's packages that call native operators. */
public final class Bridge {
  private static final TensorAccess ACCESS = access();

  private Bridge() {}

  /** The handle of a tensor for an operator, which refuses null by the name of the argument that it is. */
  public static NativeTensor handle(Tensor tensor) {
    return ACCESS.handle(tensor);
  }

  /** The handle of a tensor that may be absent. */
  public static @Nullable NativeTensor handleOrNull(@Nullable Tensor tensor) {
    return tensor == null ? null : ACCESS.handle(tensor);
  }

  /** The handles of tensors, in order. */
  public static NativeTensor[] handles(List<? extends Tensor> tensors) {
    var handles = new NativeTensor[required(tensors).size()];
    for (int i = 0; i < handles.length; i++) handles[i] = ACCESS.handle(tensors.get(i));
    return handles;
  }

  /** A tensor on a handle that a native operator returned. */
  public static Tensor tensor(NativeTensor handle) {
    return (Tensor) ACCESS.tensor(handle);
  }

  private static TensorAccess access() {
    Tensor.loadNatives();
    return TensorAccess.get();
  }
}
