package dev.jtorch.io;

import dev.jtorch.Complex;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.NativeData;
import dev.jtorch.io.pickle.DTypeValue;
import dev.jtorch.io.pickle.DeviceValue;
import dev.jtorch.io.pickle.Dict;
import dev.jtorch.io.pickle.PickleFile;
import dev.jtorch.io.pickle.SizeValue;
import dev.jtorch.io.pickle.StorageRef;
import dev.jtorch.io.pickle.TensorRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the plain data of a {@code .pt} file into tensors, maps and lists. Tensors that shared a storage share it again. */
final class CheckpointReader {
  /** Bytes copied at once, so that big storages need no big buffer. */
  private static final int CHUNK = 64 << 20;

  private final PickleFile file;
  private final Map<String, Tensor> storages = new HashMap<>();
  private final IdentityHashMap<Object, Object> converted = new IdentityHashMap<>();

  private CheckpointReader(PickleFile file) {
    this.file = file;
  }

  static @Nullable Object read(Path path) {
    try (var file = PickleFile.read(path); var quiet = Torch.noGrad()) {
      return new CheckpointReader(file).convert(file.root());
    }
  }

  private @Nullable Object convert(@Nullable Object value) {
    if (value instanceof TensorRef || value instanceof Dict || value instanceof List || value instanceof Tuple) {
      Object known = converted.get(value);
      if (known != null) return known;
      Object made = convertNew(value);
      converted.put(value, made);
      return made;
    }
    if (value instanceof SizeValue size) return Size.of(size.sizes().stream().mapToLong(Long::longValue).toArray());
    if (value instanceof DTypeValue dtype) return DType.named(dtype.name());
    if (value instanceof DeviceValue device)
      return Device.of(device.index() == null ? device.type()
          : device.type() + ":" + device.index());
    if (value instanceof dev.jtorch.io.pickle.Complex c) return Complex.of(c.re(), c.im());
    return value;
  }

  private Object convertNew(Object value) {
    if (value instanceof TensorRef tensor) return tensor(tensor);
    if (value instanceof Tuple tuple) return new Tuple(all(tuple.items()));
    if (value instanceof List<?> list) return all(list);
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    ((Dict) value).forEach((key, entry) -> map.put(convert(key), convert(entry)));
    return map;
  }

  private List<@Nullable Object> all(List<?> values) {
    List<@Nullable Object> list = new ArrayList<>(values.size());
    for (Object value : values) list.add(convert(value));
    return list;
  }

  private Tensor tensor(TensorRef ref) {
    DType dtype = DType.named(ref.storage().type().pythonName());
    Tensor made = Torch.empty(new long[] {0}, o -> o.dtype(dtype));
    Tensor bytes = storages.computeIfAbsent(ref.storage().key(), key -> storage(ref.storage()));
    AtenConversion.set_(Bridge.handle(made), Bridge.handle(typed(bytes, dtype)), ref.offset(), ref.size(),
        ref.stride());
    if (ref.requiresGrad()) made.requiresGrad_(true);
    return made;
  }

  /** The bytes as elements of a type; a rest that fills none is left out, as PyTorch's typed storages do. */
  private static Tensor typed(Tensor bytes, DType dtype) {
    if (dtype == DType.UINT8) return bytes;
    long whole = bytes.numel() / dtype.itemSize() * dtype.itemSize();
    return bytes.narrow(0, 0, whole).view(dtype);
  }

  private Tensor storage(StorageRef ref) {
    Tensor bytes = Torch.empty(new long[] {ref.byteSize()}, o -> o.dtype(DType.UINT8));
    int itemSize = ref.type().size();
    int most = CHUNK / itemSize;
    for (long first = 0; first < ref.numel(); first += most) {
      int count = (int) Math.min(most, ref.numel() - first);
      NativeData.buffer(Bridge.handle(bytes), first * itemSize, (long) count * itemSize)
          .put(file.storageBytes(ref, first, count));
    }
    return bytes;
  }
}
