package dev.jtorch.io;

import dev.jtorch.Complex;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.AtenConversion;
import dev.jtorch.io.pickle.DTypeValue;
import dev.jtorch.io.pickle.DeviceValue;
import dev.jtorch.io.pickle.Dict;
import dev.jtorch.io.pickle.PickleFile;
import dev.jtorch.io.pickle.PythonComplex;
import dev.jtorch.io.pickle.SizeValue;
import dev.jtorch.io.pickle.StorageRef;
import dev.jtorch.io.pickle.TensorRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns the plain data of a {@code .pt} file into tensors, maps and lists. Tensors that shared a storage share it again. */
final class CheckpointReader {
  private final StorageLoader storages;
  private final List<Tensor> tensors = new ArrayList<>();
  private final IdentityHashMap<Object, Object> converted = new IdentityHashMap<>();

  private CheckpointReader(StorageLoader storages) {
    this.storages = storages;
  }

  static @Nullable Object read(Path path, CheckpointOptions options) {
    try (var file = PickleFile.read(path); var storages = new StorageLoader(file, path, options);
        var quiet = Torch.noGrad(); var temporary = Scope.open()) {
      var reader = new CheckpointReader(storages);
      Object value = reader.convert(file.root());
      storages.finish();
      reader.tensors.forEach(Tensor::keep);
      return value;
    }
  }

  private @Nullable Object convert(@Nullable Object value) {
    if (value instanceof TensorRef || value instanceof Collection || value instanceof Dict || value instanceof Tuple) {
      Object known = converted.get(value);
      if (known != null) return known;
      Object made = convertNew(value);
      converted.put(value, made);
      return made;
    }
    if (value instanceof StorageRef storage) return elements(storage);
    if (value instanceof SizeValue size) return Size.of(size.sizes().stream().mapToLong(Long::longValue).toArray());
    if (value instanceof DTypeValue dtype) return orOpaque(dtype, () -> DType.named(dtype.name()));
    if (value instanceof DeviceValue device) return orOpaque(device, () -> device(device));
    if (value instanceof PythonComplex c) return Complex.of(c.re(), c.im());
    return value;
  }

  private Object convertNew(Object value) {
    if (value instanceof TensorRef tensor) return tensor(tensor);
    if (value instanceof Tuple tuple) return new Tuple(all(tuple.items()));
    if (value instanceof List<?> list) return all(list);
    if (value instanceof Set<?> set) return new LinkedHashSet<>(all(set));
    return dict((Dict) value);
  }

  /** Still a {@link Dict}, so that writing it again makes the same Python class of it. */
  private Dict dict(Dict dict) {
    var made = new Dict(dict.kind());
    dict.forEach((key, entry) -> made.put(convert(key), convert(entry)));
    Dict attributes = dict.attributes();
    if (attributes != null) made.attributes(dict(attributes));
    return made;
  }

  private static Device device(DeviceValue device) {
    return Device.of(device.toString());
  }

  /** JTorch's counterpart of a value; where it has none, the value, which only its text tells about and which can be written. */
  private static Object orOpaque(Object value, Supplier<Object> counterpart) {
    try {
      return counterpart.get();
    } catch (TorchException e) {
      return value;
    }
  }

  private List<@Nullable Object> all(Collection<?> values) {
    List<@Nullable Object> list = new ArrayList<>(values.size());
    for (Object value : values) list.add(convert(value));
    return list;
  }

  /** A storage that stands for itself, as one dimension. */
  private Tensor elements(StorageRef storage) {
    return tensor(new TensorRef(storage, 0, new long[] {storage.numel()}, new long[] {1}, false, false));
  }

  private Tensor tensor(TensorRef ref) {
    DType dtype = DType.named(ref.storage().type().pythonName());
    Tensor bytes = storages.bytes(ref.storage());
    Tensor made = Torch.empty(new long[] {0}, o -> o.dtype(dtype).device(bytes.device()));
    AtenConversion.set_(Bridge.handle(made), Bridge.handle(typed(bytes, dtype)), ref.offset(), ref.size(),
        ref.stride());
    if (ref.requiresGrad()) made.requiresGrad_(true);
    tensors.add(made);
    return made;
  }

  /** The bytes as elements of a type; a rest that fills none is left out, as PyTorch's typed storages do. */
  private static Tensor typed(Tensor bytes, DType dtype) {
    if (dtype == DType.UINT8) return bytes;
    long whole = bytes.numel() / dtype.itemSize() * dtype.itemSize();
    return bytes.narrow(0, 0, whole).view(dtype);
  }
}
