package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes what a file holds in the words of {@code describe} in {@code goldens/io/make.py}. */
final class Description {
  private final PickleFile file;
  private final Map<String, Integer> storages = new HashMap<>();

  private Description(PickleFile file) { this.file = file; }

  static String of(PickleFile file) { return new Description(file).value(file.root()); }

  private String value(Object value) {
    if (value == null) return "None";
    if (value instanceof Boolean flag) return flag ? "True" : "False";
    if (value instanceof Dict dict) return dict(dict);
    if (value instanceof Set<?> set) return "set(" + items(set) + ")";
    if (value instanceof List<?> list) return "[" + items(list) + "]";
    if (value instanceof Tuple tuple) return "(" + items(tuple.items()) + ")";
    if (value instanceof SizeValue size) return "size(" + items(size.sizes()) + ")";
    if (value instanceof Double number) return String.format("f:%016x", Double.doubleToRawLongBits(number));
    if (value instanceof byte[] bytes) return "b:" + HexFormat.of().formatHex(bytes);
    if (value instanceof String text) return "'" + text + "'";
    return object(value);
  }

  private String object(Object value) {
    if (value instanceof PythonComplex c) return "complex(" + value(c.re()) + ", " + value(c.im()) + ")";
    if (value instanceof DTypeValue dtype) return "dtype(" + dtype.name() + ")";
    if (value instanceof DeviceValue device) return "device(" + device.type() + ", " + value(device.index()) + ")";
    if (value instanceof TensorRef tensor) return tensor(tensor);
    return value.toString(); // integers
  }

  private String dict(Dict dict) {
    var prefix = switch (dict.kind()) {
      case PLAIN -> "";
      case ORDERED -> "O";
      case COUNTER -> "C";
    };
    return prefix + "{" + pairs(dict) + "}" + (dict.attributes() == null ? "" : "!{" + pairs(dict.attributes()) + "}");
  }

  private String tensor(TensorRef tensor) {
    var storage = tensor.storage();
    int number = storages.computeIfAbsent(storage.key(), key -> storages.size());
    var bytes = new byte[(int) storage.byteSize()];
    file.storageBytes(storage).get(bytes);
    return (tensor.isParameter() ? "parameter(" : "tensor(") + storage.type().pythonName() + " s" + number + "+"
        + tensor.offset() + " " + Arrays.toString(tensor.size()) + " " + Arrays.toString(tensor.stride())
        + (tensor.requiresGrad() ? " grad " : " ") + HexFormat.of().formatHex(bytes) + ")";
  }

  private String items(Collection<?> items) {
    return items.stream().map(this::value).collect(Collectors.joining(", "));
  }

  private String pairs(Map<?, ?> map) {
    return map.entrySet().stream().map(entry -> value(entry.getKey()) + ": " + value(entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
