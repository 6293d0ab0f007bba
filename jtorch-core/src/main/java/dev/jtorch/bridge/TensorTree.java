package dev.jtorch.bridge;

import dev.jtorch.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tensors in a module's input or output, or in a batch of data: a tensor, or records, lists, maps, arrays and
 * optionals of such.
 */
public final class TensorTree {
  private TensorTree() {}

  /** Calls {@code action} for every tensor in {@code value}, in order. */
  public static void forEach(@Nullable Object value, Consumer<? super Tensor> action) {
    if (value instanceof Tensor tensor) {
      action.accept(tensor);
    } else if (value instanceof Iterable<?> values) {
      for (Object v : values) forEach(v, action);
    } else if (value instanceof Map<?, ?> map) {
      for (Object v : map.values()) forEach(v, action);
    } else if (value instanceof Object[] array) {
      for (Object v : array) forEach(v, action);
    } else if (value instanceof Record record) {
      RecordType type = RecordType.of(record);
      if (type.holdsTensors()) forEach(type.values(record), action);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(v -> forEach(v, action));
    }
  }

  /**
   * A value of the same structure with other tensors. Lists become array lists, maps keep their order, records are made anew;
   * what holds no tensor is not copied.
   */
  public static @Nullable Object map(@Nullable Object value, UnaryOperator<Tensor> change) {
    if (value instanceof Tensor tensor) return change.apply(tensor);
    if (value instanceof List<?> list) {
      @Nullable Object[] before = list.toArray();
      @Nullable Object[] after = mapAll(before, change);
      return after == before ? list : new ArrayList<>(Arrays.asList(after));
    }
    if (value instanceof Map<?, ?> map) return mapValues(map, change);
    if (value instanceof Object[] array) return mapAll(array, change);
    if (value instanceof Record record && RecordType.of(record).holdsTensors()) {
      @Nullable Object[] before = RecordType.of(record).values(record);
      @Nullable Object[] after = mapAll(before, change);
      return after == before ? record : RecordType.of(record).make(after);
    }
    if (value instanceof Optional<?> optional) return optional.map(v -> map(v, change));
    return value;
  }

  private static @Nullable Object[] mapAll(@Nullable Object[] before, UnaryOperator<Tensor> change) {
    @Nullable Object[] after = before;
    for (int i = 0; i < before.length; i++) {
      Object changed = map(before[i], change);
      if (changed == before[i]) continue;
      if (after == before) after = before.clone();
      after[i] = changed;
    }
    return after;
  }

  private static Map<?, ?> mapValues(Map<?, ?> before, UnaryOperator<Tensor> change) {
    Map<@Nullable Object, @Nullable Object> after = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<?, ?> entry : before.entrySet()) {
      Object value = map(entry.getValue(), change);
      changed |= value != entry.getValue();
      after.put(entry.getKey(), value);
    }
    return changed ? after : before;
  }

  /** Whether {@link #map} reaches every tensor in {@code value}: false where it holds objects that cannot be looked into. */
  public static boolean isTransparent(@Nullable Object value) {
    if (value instanceof List<?> list) return list.stream().allMatch(TensorTree::isTransparent);
    if (value instanceof Map<?, ?> map) return map.values().stream().allMatch(TensorTree::isTransparent);
    if (value instanceof Object[] array) return Arrays.stream(array).allMatch(TensorTree::isTransparent);
    if (value instanceof Record record) {
      RecordType type = RecordType.of(record);
      return !type.holdsTensors() || isTransparent(type.values(record));
    }
    if (value instanceof Optional<?> optional) return isTransparent(optional.orElse(null));
    return value == null || value instanceof Tensor || isPlain(value);
  }

  private static boolean isPlain(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Character
        || value instanceof Enum<?> || value.getClass().isArray();
  }
}
