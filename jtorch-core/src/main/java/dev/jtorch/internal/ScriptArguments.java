package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.DoubleComplex;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Turns a Java value into a value of the type that a TorchScript method declares: {@link NativeTensor}, numbers, booleans,
 * strings, null, lists (also for tuples) and maps.
 */
final class ScriptArguments {
  private final String who;

  /** @param who what the error begins with */
  ScriptArguments(String who) {
    this.who = who;
  }

  IValue value(@Nullable Object value, ScriptType type) {
    return switch (type.kind()) {
      case OptionalType -> value == null ? new IValue() : value(value, type.contained(0));
      case NoneType -> value == null ? new IValue() : refuse(value, type);
      case TensorType -> value instanceof NativeTensor tensor ? new IValue(tensor.use()) : refuse(value, type);
      case FloatType -> value instanceof Number n && isReal(n) ? new IValue(n.doubleValue()) : refuse(value, type);
      case IntType -> value instanceof Number n && isInteger(n) ? new IValue(n.longValue()) : refuse(value, type);
      case BoolType -> value instanceof Boolean on ? new IValue(on.booleanValue()) : refuse(value, type);
      case StringType -> value instanceof String text ? text(text) : refuse(value, type);
      case ComplexType -> value instanceof ComplexValue c ? complex(c) : refuse(value, type);
      case NumberType -> number(value, type);
      case AnyType -> any(value, type);
      case ListType -> list(value, type);
      case TupleType -> tuple(value, type);
      case DictType -> dict(value, type);
      default -> refuse(value, type);
    };
  }

  private IValue number(@Nullable Object value, ScriptType type) {
    if (value instanceof ComplexValue c) return complex(c);
    if (value instanceof Number n && isInteger(n)) return new IValue(n.longValue());
    return value instanceof Number n && isReal(n) ? new IValue(n.doubleValue()) : refuse(value, type);
  }

  private IValue any(@Nullable Object value, ScriptType type) {
    if (value == null) return new IValue();
    if (value instanceof NativeTensor tensor) return new IValue(tensor.use());
    if (value instanceof Boolean on) return new IValue(on.booleanValue());
    return value instanceof String text ? text(text) : number(value, type);
  }

  private static IValue text(String value) {
    try (BytePointer encoded = Optionals.freshText(value)) {
      return new IValue(encoded);
    }
  }

  private static IValue complex(ComplexValue value) {
    try (var native_ = new DoubleComplex(value.real(), value.imag()); var scalar = new Scalar(native_)) {
      return new IValue(scalar);
    }
  }

  private static boolean isInteger(Number value) {
    return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
  }

  private static boolean isReal(Number value) {
    return isInteger(value) || value instanceof Double || value instanceof Float;
  }

  private IValue list(@Nullable Object value, ScriptType type) {
    if (!(value instanceof List<?> elements)) return refuse(value, type);
    return listOf(elements, type.contained(0));
  }

  private IValue listOf(Iterable<?> elements, ScriptType type) {
    try (var list = new GenericList(type.type())) {
      for (Object element : elements) {
        try (IValue made = value(element, type)) {
          list.push_back(made);
        }
      }
      return new IValue(list);
    }
  }

  private IValue tuple(@Nullable Object value, ScriptType type) {
    if (!(value instanceof List<?> elements) || elements.size() != type.contained().size()) return refuse(value, type);
    try (var made = new IValueVector()) {
      for (int i = 0; i < elements.size(); i++) {
        try (IValue element = value(elements.get(i), type.contained(i))) {
          made.push_back(element);
        }
      }
      try (Tuple tuple = Tuple.createNamed(made, type.type())) {
        return new IValue(tuple);
      }
    }
  }

  private IValue dict(@Nullable Object value, ScriptType type) {
    if (!(value instanceof Map<?, ?> map)) return refuse(value, type);
    try (IValue keys = listOf(new ArrayList<>(map.keySet()), type.contained(0));
        IValue values = listOf(new ArrayList<>(map.values()), type.contained(1))) {
      return ScriptDicts.of(type.contained(0).text(), type.contained(1).text()).make(keys, values);
    }
  }

  private IValue refuse(@Nullable Object value, ScriptType type) {
    String what = value == null ? "null" : "a " + kind(value);
    throw NativeErrors.failed(who, who + " is " + what + " (expected: " + type.text() + ")");
  }

  private static String kind(Object value) {
    if (value instanceof NativeTensor) return "Tensor";
    if (value instanceof List<?> list) return "list of " + list.size();
    return value instanceof Map ? "map" : ClassNames.of(value.getClass());
  }
}
