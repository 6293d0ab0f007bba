package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.LongList;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;
import org.bytedeco.pytorch.TensorOptionalList;
import org.jspecify.annotations.Nullable;

/**
 * An operator that the presets have no method for, called through LibTorch's dispatcher by its name in the schema.
 *
 * <p>A call costs a few native objects for each argument: right for operators that do much, such as fused optimizers.
 */
public final class BoxedOperator {
  private static final ConcurrentHashMap<String, BoxedOperator> KNOWN = new ConcurrentHashMap<>();

  private final String name;
  private final OperatorHandle operator;

  private BoxedOperator(String name, String overload) {
    this.name = name;
    operator =
        PooledNatives.kept(Dispatcher.singleton().findSchemaOrThrow(Optionals.text(name), Optionals.text(overload)));
  }

  /** The operator of a name such as {@code aten::_unique2}, and of the overload or "". */
  public static BoxedOperator of(String name, String overload) {
    return KNOWN.computeIfAbsent(name + "." + overload, key -> {
      try {
        return new BoxedOperator(name, overload);
      } catch (RuntimeException e) {
        throw NativeErrors.translate(name, e);
      }
    });
  }

  /**
   * Calls the operator with all arguments of its schema, in order.
   *
   * @param arguments {@link NativeTensor}; arrays of them, nullable entries only for lists of optional tensors; Long,
   *     Integer (also for dtypes and formats), Double, Boolean, String, {@code long[]}, or null for an absent optional
   * @return the tensors among the results, lists unfolded
   */
  public NativeTensor[] call(@Nullable Object... arguments) {
    try (var stack = new IValueVector()) {
      for (Object argument : arguments) {
        try (IValue value = value(argument)) {
          stack.push_back(value);
        }
      }
      call(stack);
      return results(stack);
    } catch (RuntimeException e) {
      throw NativeErrors.translate(name, e);
    }
  }

  /** Calls the operator with the arguments on a stack, where its results take their place. */
  void call(IValueVector stack) {
    VirtualModes.apply();
    try {
      operator.callBoxed(stack);
    } catch (RuntimeException e) {
      throw NativeErrors.translate(name, e);
    }
  }

  static IValue value(@Nullable Object argument) {
    if (argument == null) return new IValue();
    if (argument instanceof NativeTensor t) return new IValue(t.use());
    if (argument instanceof NativeTensor[] list) return tensors(list);
    if (argument instanceof Double d) return new IValue(d.doubleValue());
    if (argument instanceof Long || argument instanceof Integer) return new IValue(((Number) argument).longValue());
    if (argument instanceof Boolean b) return new IValue(b.booleanValue());
    if (argument instanceof String s) return new IValue(Optionals.text(s));
    if (argument instanceof long[] longs) return list(new LongList(longs));
    throw new IllegalArgumentException("operator argument of class " + argument.getClass().getName());
  }

  private static IValue tensors(@Nullable NativeTensor[] tensors) {
    List<NativeTensor> present = new ArrayList<>(tensors.length);
    for (NativeTensor tensor : tensors) if (tensor != null) present.add(tensor);
    if (present.size() < tensors.length) {
      try (var optional = Vectors.ofOptional(tensors)) {
        return list(new TensorOptionalList(optional.get()));
      }
    }
    try (var vector = Vectors.of(present.toArray(NativeTensor[]::new), "tensors")) {
      return list(new TensorList(vector.get()));
    }
  }

  /** LibTorch's typed lists are generic lists that remember their type; the presets' classes do not show it. */
  private static IValue list(Pointer typedList) {
    try (typedList) {
      return new IValue(new GenericList(typedList));
    }
  }

  private static NativeTensor[] results(IValueVector stack) {
    List<NativeTensor> results = new ArrayList<>();
    for (long i = 0; i < stack.size(); i++) {
      IValue value = stack.get(i);
      if (value.isTensor()) results.add(NativeTensor.of(new Tensor(value.toTensor())));
      else if (value.isTensorList()) results.addAll(List.of(Results.of(value.toTensorVector())));
    }
    return results.toArray(NativeTensor[]::new);
  }
}
