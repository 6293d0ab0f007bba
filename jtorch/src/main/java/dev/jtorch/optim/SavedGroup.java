package dev.jtorch.optim;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.io.Tuple;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A parameter group as a state dict holds it, read key by key. */
public final class SavedGroup {
  private final String place;
  private final Map<?, ?> values;
  private final Set<String> read = new HashSet<>(Set.of("params"));

  SavedGroup(String place, Map<?, ?> values) {
    this.place = place;
    this.values = values;
  }

  /** {@return the number of this key} */
  public double number(String key) {
    read.add(key);
    Object value = values.get(key);
    if (value instanceof Number number) return number.doubleValue();
    // Python lets a learning rate be a tensor of one element
    if (value instanceof Tensor tensor && tensor.numel() == 1) return tensor.itemDouble();
    throw wrong(key, value, "a number");
  }

  /** {@return whether this key is there and true; files of older versions lack the newer flags} */
  public boolean flag(String key) {
    read.add(key);
    Object value = values.get(key);
    if (value == null) return false;
    if (value instanceof Boolean flag) return flag;
    throw wrong(key, value, "True or False");
  }

  /** {@return the numbers of this key's tuple or list, of which there are {@code count}} */
  public double[] numbers(String key, int count) {
    read.add(key);
    Object value = values.get(key);
    List<?> items = value instanceof Tuple tuple ? tuple.items() : value instanceof List<?> list ? list : List.of();
    if (items.size() != count || !items.stream().allMatch(Number.class::isInstance)) {
      throw wrong(key, value, count + " numbers");
    }
    return items.stream().mapToDouble(item -> ((Number) item).doubleValue()).toArray();
  }

  /** The numbers by which the file's state calls the group's parameters. */
  List<Long> params() {
    if (values.get("params") instanceof List<?> ids && ids.stream().allMatch(Number.class::isInstance)) {
      return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
    throw wrong("params", values.get("params"), "a list of numbers");
  }

  /** What nobody has asked for. */
  Map<String, @Nullable Object> rest() {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>();
    values.forEach((key, value) -> {
      if (key instanceof String name && !read.contains(name)) rest.put(name, value);
    });
    return rest;
  }

  private TorchException wrong(String key, @Nullable Object value, String expected) {
    return new TorchException(place + ": " + key + " is " + PythonText.of(value) + " (expected: " + expected + ")");
  }
}
