package dev.jtorch.nn;

import dev.jtorch.Complex;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Generator;
import dev.jtorch.RemovableHandle;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.bridge.RecordType;
import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.CopiedCollections;
import dev.jtorch.internal.NativeData;
import dev.jtorch.internal.ObjectFields;
import dev.jtorch.nn.Slot.FieldSlot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One deep copy of a tree of modules and of what their fields hold. What is met twice is copied once. */
final class DeepCopy {
  /** Stands for the copy of what can only be made when its parts are there. */
  private static final Object NOT_YET = new Object();
  private static final List<String> NATIVE = List.of("dev.jtorch.internal.", "org.bytedeco.");

  private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
  private final CopiedTensors tensors = new CopiedTensors();
  private final CopiedCollections collections = new CopiedCollections(this::copy);
  private final List<Late> captures = new ArrayList<>();
  private String place = "";

  /** A field that the compiler made for an outer object or a captured variable: known only when everything is copied. */
  private record Late(Field field, Object owner, Object value) {}

  Module of(Module root) {
    root.requireConstructed();
    // copies belong to no scope; the views on the way to them do
    try (var quiet = Torch.noGrad(); var scope = Scope.open()) {
      Module copy = module(root);
      for (Late late : captures) {
        // what was not part of the tree is an outer object, which a function would share too
        ObjectFields.set(late.field, late.owner, copies.getOrDefault(late.value, late.value));
      }
      return copy;
    } catch (IllegalAccessException e) {
      throw refusal(root, e);
    }
  }

  private @Nullable Object copy(@Nullable Object value) {
    if (value == null || SharedValues.contains(value)) return value;
    Object known = copies.get(value);
    if (known == NOT_YET) throw refusal(value, null);
    if (known != null) return known;
    try {
      if (value instanceof Module module) return module(module);
      if (value.getClass().isArray()) return array(value);
      Object empty = CopiedCollections.emptyLike(value);
      if (empty == null) return whole(value);
      copies.put(value, empty);
      collections.fill(empty, value);
      return empty;
    } catch (ReflectiveOperationException | InaccessibleObjectException | IOException e) {
      throw refusal(value, e);
    }
  }

  private Module module(Module original) {
    Module copy = original.shallowCopy();
    copies.put(original, copy);
    String outer = place;
    for (Field field : ObjectFields.of(original).fields()) {
      if (field.getType().isPrimitive()) continue;
      place = ClassNames.of(original.getClass()) + ": field '" + field.getName() + "'";
      try {
        copyField(field, original, copy);
      } catch (IllegalAccessException | InaccessibleObjectException e) {
        throw new ModuleException(ObjectFields.closed(field), e);
      }
    }
    place = outer;
    return copy;
  }

  private void copyField(Field field, Object original, Object copy) throws IllegalAccessException {
    Object value = ObjectFields.get(field, original);
    if (value == null) return;
    if (field.isSynthetic()) captures.add(new Late(field, copy, value));
    else ObjectFields.set(field, copy, copy(value));
  }

  private Object array(Object original) {
    int length = Array.getLength(original);
    Object copy = Array.newInstance(original.getClass().getComponentType(), length);
    copies.put(original, copy);
    boolean flat = original.getClass().getComponentType().isPrimitive();
    for (int i = 0; i < length; i++) Array.set(copy, i, flat ? Array.get(original, i) : copy(Array.get(original, i)));
    return copy;
  }

  /** What is made only when its parts are there. */
  private Object whole(Object original) throws ReflectiveOperationException, IOException {
    copies.put(original, NOT_YET);
    Object copy = made(original);
    copies.put(original, copy);
    return copy;
  }

  private Object made(Object original) throws ReflectiveOperationException, IOException {
    if (original instanceof Tensor tensor) return tensor(tensor);
    if (original instanceof Generator generator) return new Generator().setState(generator.getState());
    if (original instanceof Record record) return record(record);
    if (original instanceof Optional<?> optional) return Optional.ofNullable(copy(optional.orElse(null)));
    if (original instanceof AtomicReference<?> reference)
      return new AtomicReference<@Nullable Object>(copy(reference.get()));
    if (CopiedCollections.isUnchanging(original)) return collections.unchanging(original);
    if (original.getClass() == Object.class) return new Object(); // a lock
    String type = original.getClass().getName();
    if (NATIVE.stream().anyMatch(type::startsWith)) throw refusal(original, null); // two objects would free one memory
    return type.startsWith("java.") ? serialized(original) : object(original);
  }

  private Tensor tensor(Tensor original) {
    if (!original.isReleased() && original.gradFn() != null) {
      throw new ModuleException(place + " holds the result of an operator, " + original.gradFn()
          + " (expected: tensors outside the graph); detach() it, or set the field to null");
    }
    return tensors.copy(original);
  }

  private Record record(Record original) {
    RecordType type = RecordType.of(original);
    @Nullable Object[] before = type.values(original);
    @Nullable Object[] after = Arrays.stream(before).map(this::copy).toArray();
    for (int i = 0; i < before.length; i++) {
      // accessors box primitives anew, so these are compared by value
      if (!type.components().get(i).getType().isPrimitive() && before[i] != after[i]) return type.make(after);
    }
    return original;
  }

  /** The JDK's own objects, such as counters, random numbers and locks, whose fields are closed. */
  private Object serialized(Object original) throws IOException, ClassNotFoundException {
    if (!(original instanceof Serializable)) throw refusal(original, null);
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  private Object object(Object original) throws ReflectiveOperationException {
    Object copy = ObjectFields.of(original).allocate();
    copies.put(original, copy);
    for (Field field : ObjectFields.of(original).fields()) copyField(field, original, copy);
    return copy;
  }

  private ModuleException refusal(Object value, @Nullable Exception cause) {
    return new ModuleException(place + " holds a " + ClassNames.of(value.getClass())
        + ", which cannot be copied (expected:"
        + " tensors, modules, collections, records and plain objects in open packages); set the field to null while copying",
        cause);
  }

  /** What a deep copy shares with the original: values that never change, functions, and things there is one of. */
  private static final class SharedValues {
    private static final List<Class<?>> TYPES = List.of(String.class, Boolean.class, Character.class, Byte.class,
        Short.class, Integer.class, Long.class, Float.class, Double.class, BigInteger.class, BigDecimal.class,
        Enum.class,
        Class.class, Size.class, Complex.class, Path.class, Charset.class, Pattern.class, Locale.class, UUID.class,
        URI.class,
        TemporalAccessor.class, TemporalAmount.class, ZoneId.class, MethodHandle.class, ClassLoader.class,
        System.Logger.class, RemovableHandle.class, FieldSlot.class);
    /** By name, because JTorch depends on none of these libraries. */
    private static final Set<String> LOGGERS =
        Set.of("java.util.logging.Logger", "org.slf4j.Logger", "org.apache.logging.log4j.Logger",
            "org.apache.commons.logging.Log");

    private SharedValues() {}

    static boolean contains(Object value) {
      return value == Registry.NONE || isFunction(value) || TYPES.stream().anyMatch(type -> type.isInstance(value))
          || isLogger(value.getClass());
    }

    private static boolean isLogger(@Nullable Class<?> type) {
      return type != null && (LOGGERS.contains(type.getName()) || isLogger(type.getSuperclass())
          || Arrays.stream(type.getInterfaces()).anyMatch(SharedValues::isLogger));
    }

    /** Lambdas have hidden classes; an anonymous class is a function written in full, unless it is a module. */
    private static boolean isFunction(Object value) {
      Class<?> type = value.getClass();
      return type.isHidden() || (type.isAnonymousClass() && !(value instanceof Module));
    }
  }

  /**
   * Copies tensors as Python's {@code copy.deepcopy}: tensors that share a storage share a copy of it; a parameter gets a
   * storage of its own, and no gradient.
   */
  private static final class CopiedTensors {
    private final Map<Long, Tensor> storages = new HashMap<>();

    Tensor copy(Tensor original) {
      if (original.isReleased()) return original; // there is nothing left to copy
      if (original instanceof Parameter p) return Parameter.of(p.detach().clone(), p.requiresGrad());
      Tensor elements = elements(original).keepForever();
      Tensor copy = original instanceof Buffer buffer ? buffer.with(elements) : elements;
      if (original.requiresGrad()) copy.requiresGrad_(true);
      Tensor grad = original.grad();
      if (grad != null) copy.grad(elements(grad));
      return copy;
    }

    private Tensor elements(Tensor tensor) {
      Tensor original = tensor.detach(); // which no other thread can change meanwhile
      long address = NativeData.storageAddress(Bridge.handle(original));
      if (original.device().type() == Device.Type.META || address == 0) return original.clone();
      DType dtype = original.dtype();
      Tensor storage = storages.computeIfAbsent(address, a -> storage(original));
      Tensor typed = storage.dtype() == dtype ? storage : storage.view(dtype);
      Tensor copy = Torch.empty(new long[] {0}, o -> o.dtype(dtype).device(original.device()));
      AtenConversion.set_(Bridge.handle(copy), Bridge.handle(typed), original.storageOffset(),
          original.shape().toLongArray(), NativeData.strides(Bridge.handle(original)));
      return copy;
    }

    private static Tensor storage(Tensor original) {
      return Bridge.tensor(NativeData.wholeStorage(Bridge.handle(original))).clone();
    }
  }
}
