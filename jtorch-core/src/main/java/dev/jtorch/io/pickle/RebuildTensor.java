package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import dev.jtorch.io.pickle.Globals.Global;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What calls of PyTorch's tensor functions give; their arguments are listed in {@code torch/_utils.py}. */
final class RebuildTensor {
  static final String PARAMETER = "torch.nn.parameter.Parameter";

  private RebuildTensor() {}

  /** storage, offset, size, stride. */
  static TensorRef v1(Args args) {
    return strided(args.count(4, 4), args.get(0, StorageRef.class), false);
  }

  /** storage, offset, size, stride, requires_grad, backward_hooks, metadata. */
  static TensorRef v2(Args args) {
    refuseLazyBits(args.count(6, 7), 6);
    return strided(args, args.get(0, StorageRef.class), args.flag(4));
  }

  /** storage in bytes, offset, size, stride, requires_grad, backward_hooks, dtype, metadata. */
  static TensorRef v3(Args args) {
    refuseLazyBits(args.count(7, 8), 7);
    var dtype = args.get(6, DTypeValue.class);
    var type = Arrays.stream(ElementType.values()).filter(t -> t.pythonName().equals(dtype.name())).findFirst()
        .orElseThrow(() -> new MalformedPickle("tensor of dtype torch." + dtype.name() + " (expected: a dense dtype)"));
    return strided(args, args.get(0, StorageRef.class).as(type), args.flag(4));
  }

  /** tensor, requires_grad, backward_hooks and perhaps the Python attributes, which are dropped. */
  static TensorRef parameter(Args args) {
    return args.count(3, 4).get(0, TensorRef.class).asParameter(args.flag(1));
  }

  /** function, class, its arguments, Python attributes (dropped): a tensor that had attributes. */
  static @Nullable Object fromType(Args args) {
    var function = args.count(4, 4).get(0, Global.class);
    // Only the functions of torch._utils: if this one could name itself, a file could nest it without end.
    if (!function.name().startsWith("torch._utils."))
      throw new MalformedPickle("call of " + function.name() + " (expected: a function that rebuilds a tensor)");
    var type = args.get(1, Global.class);
    var value = function.call(args.get(2, Tuple.class));
    return type.name().equals(PARAMETER) && value instanceof TensorRef tensor
        ? tensor.asParameter(tensor.requiresGrad())
        : value;
  }

  private static TensorRef strided(Args args, StorageRef storage, boolean requiresGrad) {
    return new TensorRef(storage, args.integer(1), args.integers(2), args.integers(3), requiresGrad, false);
  }

  /** Conjugate and negative views keep a flag instead of changing their bytes; nothing here would apply it. */
  private static void refuseLazyBits(Args args, int index) {
    if (args.count() > index && args.values().get(index) instanceof Map<?, ?> metadata && !metadata.isEmpty())
      throw new MalformedPickle("tensor is a lazy conj or neg view; in Python, save it.resolve_conj().resolve_neg()");
  }
}
