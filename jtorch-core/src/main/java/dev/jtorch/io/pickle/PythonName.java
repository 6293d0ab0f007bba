package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import dev.jtorch.io.pickle.Globals.Global;
import dev.jtorch.io.pickle.Globals.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value is called in messages: Python's word for it, or its Java class when Python has none. */
final class PythonName {
  private PythonName() {}

  static String of(@Nullable Object value) {
    if (value == null) return "None";
    if (value instanceof Global global) return "class " + global.name();
    if (value instanceof StorageClass storage) return "class of " + storage.type().pythonName() + " storages";
    if (value instanceof Map) return "dict";
    if (value instanceof List) return "list";
    if (value instanceof Set) return "set";
    if (value instanceof Tuple) return "tuple";
    if (value instanceof String) return "str";
    if (value instanceof Long) return "int";
    if (value instanceof Double) return "float";
    if (value instanceof byte[]) return "bytes";
    if (value instanceof TensorRef) return "tensor";
    if (value instanceof StorageRef) return "storage";
    return value.getClass().getTypeName();
  }
}
