package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.GenericDict;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a TorchScript method returned into Java: {@link NativeTensor}, {@link ScriptTuple}, lists, maps, Long, Double,
 * {@link ComplexValue}, Boolean, String and null.
 */
final class ScriptResults {
  private final String method;

  /** A complex number. */
  private record Parts(double real, double imag) implements ComplexValue {}

  ScriptResults(String method) {
    this.method = method;
  }

  @Nullable Object value(IValue value) {
    if (value.isNone()) return null;
    if (value.isTensor()) return NativeTensor.of(new Tensor(value.toTensor()));
    if (value.isTuple()) return tuple(value);
    if (value.isList()) return list(value);
    if (value.isGenericDict()) return map(value);
    if (value.isInt()) return value.toInt();
    if (value.isDouble()) return value.toDouble();
    if (value.isBool()) return value.toBool();
    if (value.isString()) return text(value.toStringRef());
    if (value.isComplexDouble()) return complex(value);
    if (value.isDevice()) return text(value.toDevice().str());
    throw NativeErrors.failed(method, method + ": result holds a " + text(value.tagKind())
        + " (expected: tensors, tuples, lists, dicts, numbers, strings and None)");
  }

  private static String text(BytePointer text) {
    try (text) {
      return text.getString();
    }
  }

  private static Parts complex(IValue value) {
    try (var number = value.toComplexDouble()) {
      return new Parts(number.real(), number.imag());
    }
  }

  private ScriptTuple tuple(IValue value) {
    try (var tuple = value.toTuple(); var items = tuple.elements().vec()) {
      return new ScriptTuple(all(items));
    }
  }

  private List<@Nullable Object> list(IValue value) {
    try (var list = value.toList(); var items = list.vec()) {
      return all(items);
    }
  }

  private List<@Nullable Object> all(IValueVector items) {
    List<@Nullable Object> all = new ArrayList<>();
    for (long i = 0; i < items.size(); i++) all.add(value(items.get(i)));
    return all;
  }

  private Map<@Nullable Object, @Nullable Object> map(IValue value) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    try (GenericDict dict = value.toGenericDict(); var at = dict.begin(); var end = dict.end()) {
      for (; at.notEquals(end); at.increment()) {
        var entry = at.multiply();
        map.put(value(entry.key()), value(entry.value()));
      }
    }
    return map;
  }
}
