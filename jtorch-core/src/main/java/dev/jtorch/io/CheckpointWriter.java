package dev.jtorch.io;

import dev.jtorch.Complex;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeData;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.io.pickle.DTypeValue;
import dev.jtorch.io.pickle.DeviceValue;
import dev.jtorch.io.pickle.Dict;
import dev.jtorch.io.pickle.ElementType;
import dev.jtorch.io.pickle.PickleFile;
import dev.jtorch.io.pickle.PythonComplex;
import dev.jtorch.io.pickle.SizeValue;
import dev.jtorch.io.pickle.StorageRef;
import dev.jtorch.io.pickle.TensorRef;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns tensors, maps and lists into the plain data of a {@code .pt} file. A storage that tensors share is written once. */
final class CheckpointWriter {
  private static final int DEEPEST = 900;
  private static final int CHUNK = 64 << 20;

  private final String name;
  private final Map<Long, StorageRef> byAddress = new HashMap<>();
  private final Map<String, Tensor> byKey = new LinkedHashMap<>();
  private final IdentityHashMap<Object, Object> converted = new IdentityHashMap<>();
  private final List<Tensor> copies = new ArrayList<>();

  private CheckpointWriter(String name) {
    this.name = name;
  }

  static void write(@Nullable Object value, Path path) {
    var writer = new CheckpointWriter(String.valueOf(path.getFileName()));
    writer.write(value, root -> PickleFile.write(path, root, writer::writeStorage));
  }

  static void write(@Nullable Object value, String name, WritableByteChannel out) {
    var writer = new CheckpointWriter(name);
    writer.write(value, root -> PickleFile.write(name, out, root, writer::writeStorage));
  }

  private void write(@Nullable Object value, Consumer<@Nullable Object> target) {
    try (var quiet = Torch.noGrad(); var temporary = Scope.open()) {
      target.accept(convert(value, 0));
    }
  }

  private @Nullable Object convert(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new CheckpointException(name + ": value is nested deeper than " + DEEPEST
          + " levels (expected: less); does it contain itself?");
    }
    if (value instanceof Size size) return new SizeValue(size);
    if (value instanceof Tensor || value instanceof Map || value instanceof Collection || value instanceof Tuple) {
      Object known = converted.get(value);
      if (known != null) return known;
      Object made = convertNew(value, depth + 1);
      converted.put(value, made);
      return made;
    }
    if (value instanceof Complex c) return new PythonComplex(c.real(), c.imag());
    if (value instanceof DType dtype) return new DTypeValue(dtype.torchName());
    if (value instanceof Device device) return device(device);
    return value;
  }

  private Object convertNew(Object value, int depth) {
    if (value instanceof Tensor tensor) return tensor(tensor);
    if (value instanceof Map<?, ?> map) return map(map, depth);
    if (value instanceof Tuple tuple) return new Tuple(all(tuple.items(), depth));
    if (value instanceof Set<?> set) return new LinkedHashSet<>(all(set, depth));
    return all((Collection<?>) value, depth);
  }

  private static DeviceValue device(Device device) {
    return new DeviceValue(device.type().name().toLowerCase(Locale.ROOT),
        device.index() < 0 ? null : (long) device.index());
  }

  private Dict map(Map<?, ?> map, int depth) {
    var dict =
        new Dict(map instanceof StateDict ? Dict.Kind.ORDERED : map instanceof Dict d ? d.kind() : Dict.Kind.PLAIN);
    map.forEach((key, value) -> dict.put(convert(key, depth), convert(value, depth)));
    Dict attributes = attributes(map);
    if (attributes != null) dict.attributes(map(attributes, depth));
    return dict;
  }

  private static @Nullable Dict attributes(Map<?, ?> map) {
    if (map instanceof StateDict state) return state.metadata().isEmpty() ? null : StateMetadata.attributes(state);
    return map instanceof Dict dict ? dict.attributes() : null;
  }

  private List<@Nullable Object> all(Collection<?> values, int depth) {
    List<@Nullable Object> list = new ArrayList<>(values.size());
    for (Object value : values) list.add(convert(value, depth));
    return list;
  }

  private TensorRef tensor(Tensor tensor) {
    Tensor plain = plain(tensor);
    NativeTensor handle = Bridge.handle(plain);
    ElementType type = ElementType.valueOf(plain.dtype().torchName().toUpperCase(Locale.ROOT));
    long address = NativeData.storageAddress(handle);
    StorageRef storage = address == 0 ? newStorage(type, plain)
        : byAddress.computeIfAbsent(address, a -> newStorage(type, plain));
    var typed = new StorageRef(type, storage.key(), storage.location(), storage.byteSize() / type.size());
    return new TensorRef(typed, plain.storageOffset(), plain.shape().toLongArray(), NativeData.strides(handle),
        tensor.requiresGrad(), false);
  }

  /** The tensor's storage, or a copy if its elements are not simply the bytes of its storage. */
  private Tensor plain(Tensor tensor) {
    NativeTensor handle = Bridge.handle(tensor);
    if (!NativeData.hasStorage(handle)) {
      throw new CheckpointException(
          name + ": cannot write a sparse tensor (expected: a dense one); save its toDense()");
    }
    if (tensor.device().type() == Device.Type.META) {
      throw new CheckpointException(name + ": cannot write a meta tensor (expected: one with elements)");
    }
    if (tensor.isConj() || tensor.isNeg()) return kept(tensor.detach().resolveConj().resolveNeg());
    // as a tensor of its own, of which no other thread can take the storage away meanwhile
    return kept(NativeData.isZeroTensor(handle) ? Torch.zerosLike(tensor) : tensor.detach());
  }

  private StorageRef newStorage(ElementType type, Tensor tensor) {
    String key = Integer.toString(byKey.size());
    Tensor here = tensor.isCpu() ? tensor : kept(Bridge.tensor(NativeData.wholeStorage(Bridge.handle(tensor))).cpu());
    byKey.put(key, here);
    return new StorageRef(type, key, tensor.device().toString(),
        NativeData.storageBytes(Bridge.handle(here)) / type.size());
  }

  /** Copies live until the file is written: another storage at their address would be taken for theirs. */
  private Tensor kept(Tensor copy) {
    copies.add(copy);
    return copy;
  }

  private void writeStorage(StorageRef ref, WritableByteChannel out) throws IOException {
    Tensor tensor = byKey.get(ref.key());
    if (tensor == null) throw new CheckpointException(name + ": storage " + ref.key() + " is not known");
    long size = ref.byteSize();
    for (long at = 0; at < size; at += CHUNK) {
      var bytes = NativeData.storageBuffer(Bridge.handle(tensor), at, Math.min(CHUNK, size - at));
      while (bytes.hasRemaining()) out.write(bytes);
    }
  }
}
