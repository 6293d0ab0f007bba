package dev.jtorch.nn;

import dev.jtorch.Tensor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the tensors in a module's input or output: a tensor, or records, lists, maps, arrays and optionals of such. */
final class TensorTree {
  private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
    @Override protected Method[] computeValue(Class<?> type) {
      return Stream.of(type.getRecordComponents()).filter(c -> canHoldTensor(c.getType())).map(TensorTree::accessor)
          .toArray(Method[]::new);
    }
  };

  private TensorTree() {}

  /** Calls {@code action} for every tensor in {@code value}, in order. */
  static void forEach(@Nullable Object value, Consumer<? super Tensor> action) {
    if (value instanceof Tensor tensor) {
      action.accept(tensor);
    } else if (value instanceof Iterable<?> values) {
      for (Object v : values) forEach(v, action);
    } else if (value instanceof Map<?, ?> map) {
      for (Object v : map.values()) forEach(v, action);
    } else if (value instanceof Object[] array) {
      for (Object v : array) forEach(v, action);
    } else if (value instanceof Record record) {
      for (Method accessor : ACCESSORS.get(record.getClass())) forEach(invoke(accessor, record), action);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(v -> forEach(v, action));
    }
  }

  private static boolean canHoldTensor(Class<?> type) {
    return !type.isPrimitive() && type != String.class && !Number.class.isAssignableFrom(type) && !type.isEnum();
  }

  private static Method accessor(RecordComponent component) {
    Method accessor = component.getAccessor();
    try {
      accessor.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      throw closed(component.getDeclaringRecord(), e);
    }
    return accessor;
  }

  private static ModuleException closed(Class<?> record, Exception cause) {
    return new ModuleException(
        "record " + record.getSimpleName() + " is closed to JTorch (expected: a public record, or an"
            + " open package); add 'opens " + record.getPackageName() + " to dev.jtorch'",
        cause);
  }

  private static @Nullable Object invoke(Method accessor, Record record) {
    try {
      return accessor.invoke(record);
    } catch (IllegalAccessException e) {
      throw closed(record.getClass(), e);
    } catch (InvocationTargetException e) {
      throw new ModuleException("record " + record.getClass().getSimpleName() + ": " + accessor.getName() + "() failed",
          e);
    }
  }
}
