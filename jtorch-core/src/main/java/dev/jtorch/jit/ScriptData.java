package dev.jtorch.jit;

import dev.jtorch.Complex;
import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.ComplexValue;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.ScriptTuple;
import dev.jtorch.io.Tuple;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes arguments and results of a script to native handles and back. */
final class ScriptData {
  private ScriptData() {}

  static @Nullable Object[] toScript(@Nullable Object... arguments) {
    @Nullable Object[] converted = new @Nullable Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) converted[i] = toScript(arguments[i]);
    return converted;
  }

  private static @Nullable Object toScript(@Nullable Object value) {
    if (value instanceof Tensor tensor) return Bridge.handle(tensor);
    if (value instanceof Tuple tuple) return list(tuple.items());
    if (value instanceof List<?> list) return list(list);
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> converted = new LinkedHashMap<>();
      map.forEach((key, element) -> converted.put(toScript(key), toScript(element)));
      return converted;
    }
    return value != null && value.getClass().isArray() ? elements(value) : value;
  }

  private static List<@Nullable Object> list(List<?> values) {
    List<@Nullable Object> converted = new ArrayList<>(values.size());
    for (Object value : values) converted.add(toScript(value));
    return converted;
  }

  private static List<@Nullable Object> elements(Object array) {
    List<@Nullable Object> converted = new ArrayList<>(Array.getLength(array));
    for (int i = 0; i < Array.getLength(array); i++) converted.add(toScript(Array.get(array, i)));
    return converted;
  }

  static @Nullable Object fromScript(@Nullable Object value) {
    if (value instanceof NativeTensor tensor) return Bridge.tensor(tensor);
    if (value instanceof ScriptTuple tuple) return new Tuple(results(tuple.items()));
    if (value instanceof List<?> list) return results(list);
    if (value instanceof ComplexValue complex) return Complex.of(complex.real(), complex.imag());
    if (!(value instanceof Map<?, ?> map)) return value;
    Map<@Nullable Object, @Nullable Object> converted = new LinkedHashMap<>();
    map.forEach((key, element) -> converted.put(fromScript(key), fromScript(element)));
    return converted;
  }

  private static List<@Nullable Object> results(List<?> values) {
    List<@Nullable Object> converted = new ArrayList<>(values.size());
    for (Object value : values) converted.add(fromScript(value));
    return converted;
  }
}
