package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * The native argument lists of one call of a fused optimizer kernel.
 *
 * <p>All of them stay from step to step but for the gradients, which are let go of after each call, so that removing a
 * gradient frees its memory.
 */
final class FusedBatch implements AutoCloseable {
  private final BoxedOperator operator;
  private final NativeTensor[] params;
  private final MemoryFormat[] formats;
  private final long[] bytes;
  private final TensorList grads = new TensorList();
  /** Parameters, gradients and states; native lists are shared by all who hold them. */
  private final List<TensorList> lists = new ArrayList<>();
  /** What each call starts with: a call empties its stack. */
  private final IValueVector arguments = new IValueVector();
  private final IValueVector stack = new IValueVector();

  FusedBatch(String operator, NativeTensor[] params, List<NativeTensor[]> states) {
    this.operator = BoxedOperator.of(operator, "");
    this.params = params;
    formats = new MemoryFormat[params.length];
    bytes = new long[params.length];
    for (int i = 0; i < params.length; i++) {
      formats[i] = format(params[i].use());
      bytes[i] = params[i].use().nbytes();
    }
    lists.add(list(params));
    lists.add(grads);
    for (NativeTensor[] state : states) lists.add(list(state));
  }

  int size() { return params.length; }

  private static TensorList list(NativeTensor[] tensors) {
    var list = new TensorList();
    for (NativeTensor tensor : tensors) list.push_back(tensor.use());
    return list;
  }

  /** True where the kernel can change this parameter: on the CPU, float32 or float64, in the same order as its states. */
  static boolean fits(NativeTensor param, List<NativeTensor> states) {
    Tensor p = param.use();
    if (!p.is_cpu() || !p.has_storage()) return false;
    int type = p.scalar_type().value;
    if (type != ScalarType.Float.value && type != ScalarType.Double.value) return false;
    MemoryFormat format = format(p);
    return p.is_contiguous(format)
        && states.stream().allMatch(s -> s.use().scalar_type().value == type && fits(s.use(), p.nbytes(), format));
  }

  /** The number of bytes tells another dtype, too, which a conversion between two steps brings. */
  private static boolean fits(Tensor tensor, long bytes, MemoryFormat format) {
    return tensor.is_cpu() && tensor.has_storage() && tensor.nbytes() == bytes && tensor.is_contiguous(format);
  }

  private static MemoryFormat format(Tensor tensor) {
    if (tensor.is_contiguous() || tensor.dim() != 4) return MemoryFormat.Contiguous;
    return MemoryFormat.ChannelsLast;
  }

  void arguments(@Nullable Object... behindTheLists) {
    arguments.clear();
    for (TensorList list : lists) push(new IValue(new GenericList(list)));
    for (Object argument : behindTheLists) push(BoxedOperator.value(argument));
  }

  private void push(IValue value) {
    try (value) {
      arguments.push_back(value);
    }
  }

  /** Collects the gradients; false where one is missing, or where memory is not as the kernel needs it. */
  boolean takeGradients() {
    grads.clear();
    for (int i = 0; i < params.length; i++) {
      try (var look = Sharing.lookAtGradient(params[i])) {
        Tensor param = params[i].use();
        Tensor grad = param.grad();
        if (!grad.defined() || !fits(param, bytes[i], formats[i]) || !fits(grad, bytes[i], formats[i])) {
          grads.clear();
          return false;
        }
        grads.push_back(grad);
      }
    }
    return true;
  }

  /** Changes parameters and states, and says so to autograd, which the fused kernels do not. */
  void run() {
    stack.put(arguments);
    operator.call(stack);
    grads.clear();
    for (NativeTensor param : params) param.use().unsafeGetTensorImpl().bump_version();
  }

  @Override public void close() {
    arguments.close();
    stack.close();
    lists.forEach(TensorList::close);
  }
}
