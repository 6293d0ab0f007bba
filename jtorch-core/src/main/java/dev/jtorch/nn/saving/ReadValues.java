package dev.jtorch.nn.saving;

import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.RecordType;
import dev.jtorch.bridge.RegistryAccess;
import dev.jtorch.io.Tuple;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.Parameter;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes what is no plain object: tensors, enums, records, arrays, collections, and values without parts. */
final class ReadValues {
  private final ModelReader reader;
  private final SavedCells cells;
  private final @Nullable Device device;

  ReadValues(ModelReader reader, SavedCells cells, @Nullable Device device) {
    this.reader = reader;
    this.cells = cells;
    this.device = device;
  }

  /** Makes a value; {@code early} gets it while it is empty, where its parts may refer to it. */
  Object make(String kind, Tuple entry, String place, Consumer<Object> early) {
    return switch (kind) {
      case "tensor", "parameter", "buffer" -> tensor(kind, entry, place);
      case "registry" -> registry(entry, place);
      case "enum" -> constant(type(entry, place), cells.get(String.class, entry, 2, place), place);
      case "class" -> type(entry, place);
      case "leaf" -> leaf(entry, place);
      case "record" -> record(entry, place);
      case "array" -> array(entry, place, early);
      case "optional" -> Optional.ofNullable(reader.value(entry.get(1), place));
      case "reference" -> new AtomicReference<@Nullable Object>(reader.value(entry.get(1), place));
      case "map" -> map(entry, place, early);
      case "collection" -> collection(entry, place, early);
      default -> throw cells.damaged(place, "there is no kind '" + kind + "'", null);
    };
  }

  private Class<?> type(Tuple entry, String place) {
    return reader.type(cells.get(Long.class, entry, 1, place), place);
  }

  private Tensor tensor(String kind, Tuple entry, String place) {
    Tensor saved = cells.get(Tensor.class, entry, 1, place);
    Device where = device == null ? cells.get(Device.class, entry, 2, place) : device;
    boolean requiresGrad = cells.get(Boolean.class, entry, 3, place);
    Tensor there = where.isCpu() ? saved : saved.to(where);
    if (kind.equals("parameter")) return requiresGrad ? new Parameter(there) : Parameter.frozen(there);
    if (kind.equals("tensor")) return there.detach().requiresGrad_(requiresGrad).keepForever();
    boolean persistent = cells.get(Boolean.class, entry, 4, place);
    Buffer buffer = persistent ? new Buffer(there) : Buffer.nonPersistent(there);
    if (requiresGrad) buffer.requiresGrad_(true);
    return buffer;
  }

  private Object registry(Tuple saved, String place) {
    var entries = new ArrayList<RegistryAccess.Entry>();
    for (Object each : cells.list(saved, 1, place)) {
      Tuple entry = cells.as(Tuple.class, each, place);
      String key = cells.get(String.class, entry, 0, place);
      String at = place.replaceFirst("registry$", "") + key;
      Class<?> kind = ModelWriter.kind(cells.get(String.class, entry, 1, at));
      if (kind == null) throw cells.damaged(at, "nothing of the kind '" + entry.get(1) + "' can be registered", null);
      Object value = reader.value(entry.get(2), at);
      entries.add(new RegistryAccess.Entry(key, kind, value == null ? null : cells.as(kind, value, at)));
    }
    List<String> order =
        cells.list(saved, 2, place).stream().map(each -> cells.as(String.class, each, place)).toList();
    return RegistryAccess.get().make(entries, order);
  }

  private Object constant(Class<?> type, String name, String place) {
    Object[] constants = type.getEnumConstants();
    if (constants != null)
      for (Object constant : constants) if (((Enum<?>) constant).name().equals(name)) return constant;
    throw cells.damaged(place, type.getName() + " has no constant " + name, null);
  }

  private Object leaf(Tuple entry, String place) {
    String name = cells.get(String.class, entry, 1, place);
    SavedLeaf<?> leaf = SavedLeaf.named(name);
    if (leaf == null) throw cells.damaged(place, "there is no kind of value '" + name + "'", null);
    try {
      return leaf.read().apply(cells.get(Object.class, entry, 2, place));
    } catch (RuntimeException e) { // each type has exceptions of its own for texts and numbers that are none
      throw cells.damaged(place, "is no " + name, e);
    }
  }

  /** Made by its constructor, which checks the components. */
  private Object record(Tuple entry, String place) {
    Class<?> type = type(entry, place);
    if (!type.isRecord()) throw cells.damaged(place, type.getName() + " is no record", null);
    List<?> saved = cells.list(entry, 2, place);
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Class<?> component = components[i].getType();
      values[i] = component.isPrimitive() ? SavedArrays.value(component, saved.get(i))
          : component.cast(reader.value(saved.get(i), place + "." + components[i].getName()));
    }
    try {
      return RecordType.of(type).make(values);
    } catch (TorchException e) {
      throw cells.damaged(place, e.getMessage(), e);
    }
  }

  private Object array(Tuple entry, String place, Consumer<Object> early) {
    long dimensions = cells.get(Long.class, entry, 2, place);
    if (dimensions < 1 || dimensions > 100) throw cells.damaged(place, "has " + dimensions + " dimensions", null);
    Class<?> element = SavedArrays.element(base(entry, place), dimensions);
    List<?> saved = cells.list(entry, 3, place);
    Object array = Array.newInstance(element, saved.size());
    early.accept(array);
    for (int i = 0; i < saved.size(); i++) {
      Object cell = saved.get(i);
      Array.set(array, i, element.isPrimitive() ? SavedArrays.value(element, cell)
          : element.cast(reader.value(cell, place + "[" + i + "]")));
    }
    return array;
  }

  private Class<?> base(Tuple entry, String place) {
    if (!(entry.get(1) instanceof String name)) return type(entry, place);
    Class<?> known = SavedArrays.known(name);
    if (known == null) throw cells.damaged(place, "there are no arrays of '" + name + "'", null);
    return known;
  }

  private Object collection(Tuple entry, String place, Consumer<Object> early) {
    String name = cells.get(String.class, entry, 1, place);
    var collection = SavedCollections.collection(name);
    if (collection == null) throw cells.damaged(place, "there is no collection '" + name + "'", null);
    if (!SavedCollections.isUnchanging(name)) early.accept(collection);
    for (Object cell : cells.list(entry, 2, place)) {
      collection.add(reader.value(cell, place + "[" + collection.size() + "]"));
    }
    return SavedCollections.finished(name, collection);
  }

  private Object map(Tuple entry, String place, Consumer<Object> early) {
    String name = cells.get(String.class, entry, 1, place);
    var map = SavedCollections.map(name);
    if (map == null) throw cells.damaged(place, "there is no map '" + name + "'", null);
    if (!SavedCollections.isUnchanging(name)) early.accept(map);
    List<?> saved = cells.list(entry, 2, place);
    for (int i = 0; i + 1 < saved.size(); i += 2) {
      Object key = reader.value(saved.get(i), place + "'s key");
      map.put(key, reader.value(saved.get(i + 1), place + "[" + key + "]"));
    }
    return SavedCollections.finished(name, map);
  }
}
