package dev.jtorch.io;

import dev.jtorch.Complex;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeData;
import dev.jtorch.io.pickle.DTypeValue;
import dev.jtorch.io.pickle.DeviceValue;
import dev.jtorch.io.pickle.Dict;
import dev.jtorch.io.pickle.ElementType;
import dev.jtorch.io.pickle.PickleFile;
import dev.jtorch.io.pickle.SizeValue;
import dev.jtorch.io.pickle.StorageRef;
import dev.jtorch.io.pickle.TensorRef;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns tensors, maps and lists into the plain data of a {@code .pt} file. A storage that tensors share is written once. */
final class CheckpointWriter {
  private static final int DEEPEST = 900;
  private static final int CHUNK = 64 << 20;

  private final String name;
  private final Map<Long, StorageRef> byAddress = new HashMap<>();
  private final Map<String, Tensor> byKey = new LinkedHashMap<>();
  private final IdentityHashMap<Object, TensorRef> tensors = new IdentityHashMap<>();

  private CheckpointWriter(String name) {
    this.name = name;
  }

  static void write(@Nullable Object value, Path path) {
    var writer = new CheckpointWriter(String.valueOf(path.getFileName()));
    PickleFile.write(path, writer.convert(value, 0), writer::writeStorage);
  }

  private @Nullable Object convert(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new CheckpointException(name + ": value is nested deeper than " + DEEPEST
          + " levels (expected: less); does it contain itself?");
    }
    if (value instanceof Tensor tensor) return tensors.computeIfAbsent(tensor, t -> tensor(tensor));
    if (value instanceof Map<?, ?> map) return map(map, depth);
    if (value instanceof Size size) return new SizeValue(size);
    if (value instanceof List<?> list) return list(list, depth);
    if (value instanceof Tuple tuple) return new Tuple(list(tuple.items(), depth));
    if (value instanceof Complex c) return new dev.jtorch.io.pickle.Complex(c.real(), c.imag());
    if (value instanceof DType dtype) return new DTypeValue(dtype.torchName());
    if (value instanceof Device device) return device(device);
    return value;
  }

  private static DeviceValue device(Device device) {
    return new DeviceValue(device.type().name().toLowerCase(Locale.ROOT),
        device.index() < 0 ? null : (long) device.index());
  }

  private Dict map(Map<?, ?> map, int depth) {
    var dict = new Dict(map instanceof StateDict ? Dict.Kind.ORDERED : Dict.Kind.PLAIN);
    map.forEach((key, value) -> dict.put(key, convert(value, depth + 1)));
    return dict;
  }

  private List<@Nullable Object> list(List<?> values, int depth) {
    List<@Nullable Object> list = new ArrayList<>(values.size());
    for (Object value : values) list.add(convert(value, depth + 1));
    return list;
  }

  private TensorRef tensor(Tensor tensor) {
    var handle = Bridge.handle(tensor);
    String location = tensor.device().toString();
    // a storage on another device is copied as the tensor alone, which is what PyTorch gets when it maps the file to the CPU
    Tensor here = tensor.isCpu() ? tensor : tensor.detach().cpu();
    var local = tensor.isCpu() ? handle : Bridge.handle(here);
    ElementType type = ElementType.valueOf(tensor.dtype().torchName().toUpperCase(Locale.ROOT));
    long address = NativeData.storageAddress(local);
    StorageRef storage = address == 0 ? newStorage(type, location, here)
        : byAddress.computeIfAbsent(address, a -> newStorage(type, location, here));
    var typed = new StorageRef(type, storage.key(), storage.location(), storage.byteSize() / type.size());
    return new TensorRef(typed, here.storageOffset(), here.shape().toLongArray(), NativeData.strides(local),
        tensor.requiresGrad(), false);
  }

  private StorageRef newStorage(ElementType type, String location, Tensor tensor) {
    String key = Integer.toString(byKey.size());
    byKey.put(key, tensor);
    return new StorageRef(type, key, location, NativeData.storageBytes(Bridge.handle(tensor)) / type.size());
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
