package dev.jtorch.nn.saving;

import dev.jtorch.Device;
import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.bridge.RecordType;
import dev.jtorch.bridge.RegistryAccess;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.CopiedCollections;
import dev.jtorch.internal.ObjectFields;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.StateDict;
import dev.jtorch.io.Tuple;
import dev.jtorch.io.form.FileForm;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.Parameter;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Describes a network as the plain data of a file: a table of classes with their fields, and a table of objects, the network
 * first. What an object holds is a plain value, or a tuple with the number of another object.
 */
final class ModelWriter {
  static final long VERSION = 3;
  /** Deeper than any network, and far from what the stack of a thread can take. */
  static final int DEEPEST = 400;

  /** Stands for a function that is the default of an option. */
  static final Tuple DEFAULT = Tuple.of("default");

  /** What a module can have registered, by the names that a file gives it. */
  private static final Map<String, Class<?>> KINDS =
      Map.of("MODULE", Module.class, "PARAMETER", Parameter.class, "BUFFER", Buffer.class);

  private static final int LONGEST_PLACE = 80;
  private static final List<String> CLOSED = List.of("java.", "javax.", "jdk.", "sun.", "dev.jtorch.", "org.bytedeco.");

  private final String file;
  private final Map<String, Long> classes = new LinkedHashMap<>();
  private final List<Object> descriptions = new ArrayList<>();
  private final List<@Nullable Object> objects = new ArrayList<>();
  private final IdentityHashMap<Object, Tuple> known = new IdentityHashMap<>();
  private final SavedTensors tensors = new SavedTensors();
  private final StateDict state = new StateDict();
  private final Set<Object> unfinished = Collections.newSetFromMap(new IdentityHashMap<>());
  private int depth;

  ModelWriter(String file, Module net) {
    this.file = file;
    net.children(); // which refuses an object that no constructor has made
    cell(net, ClassNames.of(net.getClass()));
    net.stateDict(o -> o.keepVars(true)).forEach((key, tensor) -> state.put(key, tensors.host(tensor)));
  }

  /** The value of the whole file. */
  Map<String, Object> file() {
    var all = new LinkedHashMap<String, Object>();
    all.put(FileForm.WHOLE_MODEL_KEY, VERSION); // first, where readers look for it
    all.put("state_dict", state); // for Python, and at no cost: storages are written once
    all.put("classes", descriptions);
    all.put("objects", objects);
    return all;
  }

  private @Nullable Object cell(@Nullable Object value, String place) {
    if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long
        || value instanceof Double)
      return value;
    Tuple reference = known.get(value);
    if (reference != null) {
      if (unfinished.contains(value))
        throw refusal(place, "is part of itself", "a value that is complete when it is made");
      return reference;
    }
    if (++depth > DEEPEST) throw refusal(start(place), "is nested deeper than " + DEEPEST + " levels", "less");
    reference = Tuple.of((long) objects.size());
    known.put(value, reference);
    objects.add(null);
    if (isMadeOfParts(value)) unfinished.add(value);
    objects.set(index(reference), described(value, place));
    unfinished.remove(value);
    depth--;
    return reference;
  }

  /** Enough of a very long place to find it. */
  static String start(String place) {
    return place.length() <= LONGEST_PLACE ? place : place.substring(0, LONGEST_PLACE) + "..";
  }

  /** What can only be made when its parts are there. */
  private static boolean isMadeOfParts(Object value) {
    return value instanceof Record || value instanceof Optional || value instanceof AtomicReference
        || CopiedCollections.isUnchanging(value);
  }

  private static int index(Tuple reference) { return Math.toIntExact((Long) reference.items().get(0)); }

  private Tuple described(Object value, String place) {
    if (value instanceof Module module) return object(module, place);
    if (RegistryAccess.get().isRegistry(value)) return registry(value, place);
    if (value instanceof Tensor tensor) return tensor(tensor, place);
    if (value instanceof Enum<?> constant) return Tuple.of("enum", type(constant.getDeclaringClass()), constant.name());
    if (value instanceof Class<?> type) return Tuple.of("class", type(type));
    SavedLeaf<?> leaf = SavedLeaf.of(value);
    if (leaf != null) return Tuple.of("leaf", leaf.name(), leaf.cell(value));
    if (value instanceof Record record) return record(record, place);
    if (value.getClass().isArray()) return array(value, place);
    if (value instanceof Optional<?> optional) return Tuple.of("optional", cell(optional.orElse(null), place));
    if (value instanceof AtomicReference<?> held) return Tuple.of("reference", cell(held.get(), place));
    String name = SavedCollections.name(value);
    if (name != null) return collection(name, value, place);
    refuseUnless(isPlain(value.getClass()), value, place);
    return object(value, place);
  }

  /** Whether objects of a class can be saved field by field. */
  static boolean isPlain(Class<?> type) {
    return !type.isHidden() && !type.isAnonymousClass()
        && (FluentOptions.class.isAssignableFrom(type) || CLOSED.stream().noneMatch(type.getName()::startsWith));
  }

  private Tuple object(Object value, String place) {
    SavedFields fields = SavedFields.of(value.getClass());
    long type = type(value.getClass());
    List<@Nullable Object> cells = new ArrayList<>();
    for (Field field : fields.fields()) cells.add(field(field, value, place));
    return Tuple.of("object", type, cells);
  }

  private @Nullable Object field(Field field, Object owner, String place) {
    try {
      Object value = ObjectFields.get(field, owner);
      if (field.isSynthetic() && value != null && !known.containsKey(value)) {
        throw refusal(place, "belongs to a " + ClassNames.of(value.getClass()) + " outside of the model",
            "a class that is static or not nested");
      }
      if (field.getType().isPrimitive()) return SavedArrays.cell(value);
      return SavedFields.isDefault(owner, field, value) ? DEFAULT : cell(value, place + "." + field.getName());
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      throw new ModuleException(ObjectFields.closed(field), e);
    }
  }

  private Tuple registry(Object registry, String place) {
    RegistryAccess registries = RegistryAccess.get();
    List<Object> entries = new ArrayList<>();
    for (RegistryAccess.Entry entry : registries.entries(registry)) {
      String at = place.replaceFirst("registry$", "") + entry.key();
      entries.add(Tuple.of(entry.key(), kindName(entry.kind()), cell(entry.value(), at)));
    }
    return Tuple.of("registry", entries, registries.order(registry));
  }

  private static String kindName(Class<?> kind) {
    for (Map.Entry<String, Class<?>> known : KINDS.entrySet()) if (known.getValue() == kind) return known.getKey();
    throw new IllegalArgumentException(kind.getName());
  }

  /** What can be registered under a name of a file's; null where the file means nothing that can. */
  static @Nullable Class<?> kind(String name) {
    return KINDS.get(name);
  }

  private Tuple tensor(Tensor tensor, String place) {
    if (tensor.isReleased()) throw refusal(place, "holds a released tensor", "a live one");
    String kind = tensor instanceof Parameter ? "parameter" : tensor instanceof Buffer ? "buffer" : "tensor";
    boolean persistent = tensor instanceof Buffer buffer && buffer.persistent();
    return Tuple.of(kind, tensors.host(tensor), tensor.device(), tensor.requiresGrad(), persistent);
  }

  private Tuple record(Record record, String place) {
    refuseUnless(!record.getClass().isHidden(), record, place);
    RecordType type = RecordType.of(record);
    @Nullable Object[] values = type.values(record);
    long index = type(record.getClass());
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String name = type.components().get(i).getName();
      if (type.components().get(i).getType().isPrimitive()) cells.add(SavedArrays.cell(values[i]));
      else cells.add(cell(values[i], place + "." + name));
    }
    return Tuple.of("record", index, cells);
  }

  private Tuple array(Object array, String place) {
    Class<?> element = array.getClass().getComponentType();
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      Object value = Array.get(array, i);
      cells.add(element.isPrimitive() ? SavedArrays.cell(value) : cell(value, place + "[" + i + "]"));
    }
    Class<?> type = array.getClass();
    return Tuple.of("array", SavedArrays.base(type, this::type), SavedArrays.dimensions(type), cells);
  }

  private Tuple collection(String name, Object value, String place) {
    List<@Nullable Object> cells = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, element) -> {
        cells.add(cell(key, place + "'s key"));
        cells.add(cell(element, place + "[" + key + "]"));
      });
      return Tuple.of("map", name, cells);
    }
    for (Object element : (Collection<?>) value) cells.add(cell(element, place + "[" + cells.size() + "]"));
    return Tuple.of("collection", name, cells);
  }

  private long type(Class<?> type) {
    return classes.computeIfAbsent(type.getName(), name -> {
      boolean fields = !type.isEnum() && !type.isInterface();
      descriptions.add(Tuple.of(name, fields ? SavedFields.of(type).description() : Map.of()));
      return (long) descriptions.size() - 1;
    });
  }

  private void refuseUnless(boolean fine, Object value, String place) {
    if (fine) return;
    Class<?> type = value.getClass();
    String what = type.isHidden() ? "lambda" : type.isAnonymousClass() ? "anonymous class" : ClassNames.of(type);
    throw refusal(place, "holds a " + what + ", which cannot be saved",
        "modules, tensors, enums, records, collections and plain objects");
  }

  private CheckpointException refusal(String place, String what, String expected) {
    return new CheckpointException(file + ": " + place + " " + what + " (expected: " + expected
        + "); a transient field is left out");
  }

  /** Tensors outside of the graph and on the CPU, as a file holds them; each is taken there once. */
  static final class SavedTensors {
    private final IdentityHashMap<Tensor, Tensor> taken = new IdentityHashMap<>();

    Tensor host(Tensor tensor) {
      return taken.computeIfAbsent(tensor, t -> {
        if (tensor.device().type() == Device.Type.META) {
          throw new CheckpointException("WholeModel: a tensor " + tensor.shape().inMessage()
              + " is on the meta device (expected: a device with elements)");
        }
        return tensor.detach().cpu();
      });
    }
  }
}
