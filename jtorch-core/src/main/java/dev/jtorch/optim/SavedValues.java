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

/** What a state dict holds of a parameter group or a scheduler, read key by key; errors name the place. */
public final class SavedValues {
  private final String place;
  private final Map<?, ?> values;
  private final Set<String> read = new HashSet<>();

  private SavedValues(String place, Map<?, ?> values) {
    this.place = place;
    this.values = values;
  }

  /**
   * The values of a dictionary.
   *
   * @param place what errors start with
   */
  public static SavedValues of(String place, Map<?, ?> values) { return new SavedValues(place, values); }

  /** {@return the number of this key} */
  public double number(String key) { return numeric(key).doubleValue(); }

  /** {@return the number of this key, a Long where it was saved as a whole one} */
  Number numeric(String key) {
    read.add(key);
    Object value = values.get(key);
    if (value instanceof Number number) return number;
    // Python lets a learning rate be a tensor of one element
    if (value instanceof Tensor tensor && tensor.numel() == 1) return tensor.item();
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

  /** {@return the numbers of this key's tuple or list} */
  public List<Number> numbers(String key) {
    read.add(key);
    Object value = values.get(key);
    Object items = value instanceof Tuple tuple ? tuple.items() : value;
    if (items instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
      return list.stream().map(Number.class::cast).toList();
    }
    throw wrong(key, value, "a list of numbers");
  }

  /** {@return the texts of this key's list; none where the key is missing} */
  List<String> texts(String key) {
    read.add(key);
    Object value = values.get(key);
    if (value == null) return List.of();
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw wrong(key, value, "a list of names");
  }

  /** {@return the two numbers of this key's tuple} */
  public double[] pair(String key) {
    List<Number> numbers = numbers(key);
    if (numbers.size() != 2) throw wrong(key, values.get(key), "two numbers");
    return numbers.stream().mapToDouble(Number::doubleValue).toArray();
  }

  /** {@return the counts of this key's dictionary from whole numbers to whole numbers} */
  public Map<Integer, Integer> counts(String key) {
    read.add(key);
    if (!(values.get(key) instanceof Map<?, ?> map)) throw wrong(key, values.get(key), "a dict of numbers");
    var counts = new LinkedHashMap<Integer, Integer>();
    map.forEach((number, count) -> {
      if (!(number instanceof Number n && count instanceof Number c)) throw wrong(key, map, "a dict of numbers");
      counts.put(n.intValue(), c.intValue());
    });
    return counts;
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
