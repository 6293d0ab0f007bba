package dev.jtorch.bridge;

import dev.jtorch.Device;
import dev.jtorch.Generator;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.TensorHolder;
import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tensors in a module's input or output, or in a batch of data: a tensor, a {@link TensorHolder}, or records,
 * collections, maps, arrays and optionals of such.
 *
 * <p>Any other object either cannot hold a tensor, which its class's fields tell, or it cannot be looked into.
 */
public final class TensorTree {
  /** Immutable or small values, which hold no tensors whatever their fields are. */
  private static final List<Class<?>> VALUES = List.of(Number.class, Boolean.class, Character.class, CharSequence.class,
      Enum.class, Class.class, Size.class, Device.class, Generator.class, Path.class, File.class, URI.class, URL.class,
      Charset.class, Locale.class, Currency.class, UUID.class, Pattern.class, Date.class, TemporalAccessor.class,
      TemporalAmount.class, ZoneId.class);

  private static final ClassValue<Form> FORMS = new ClassValue<>() {
    @Override protected Form computeValue(Class<?> type) { return form(type); }
  };

  private TensorTree() {}

  /** How objects of one class are looked into. */
  private enum Form {
    TENSOR, HOLDER, RECORD, COLLECTION, MAP, ARRAY, OPTIONAL,
    /** They hold no tensors. */
    PLAIN,
    /** They may hold tensors, which nobody finds. */
    OPAQUE
  }

  /**
   * Calls {@code action} for every tensor in {@code value}, in order.
   *
   * @param what the value is, for the message: {@code output}
   * @throws TorchException if the value is or holds an object that may hold tensors and cannot be looked into
   */
  public static void forEach(String what, @Nullable Object value, Consumer<? super Tensor> action) {
    if (value instanceof Tensor tensor) action.accept(tensor);
    else if (value != null) forEach(what + " is", what + " holds", value, action);
  }

  private static void forEach(String verb, String inside, Object value, Consumer<? super Tensor> action) {
    Form form = FORMS.get(value.getClass());
    if (form == Form.PLAIN) return;
    if (form == Form.OPAQUE) throw refusal(verb, value);
    for (Object part : parts(form, value)) {
      if (part instanceof Tensor tensor) action.accept(tensor);
      else if (part != null) forEach(inside, inside, part, action);
    }
  }

  private static TorchException refusal(String verb, Object value) {
    String name = ClassNames.of(value.getClass());
    return new TorchException(
        verb + " a " + name + ", in which JTorch cannot find tensors (expected: tensors, or records,"
            + " collections, maps, arrays and optionals of them); let " + name + " implement TensorHolder");
  }

  /**
   * Refuses what {@link #forEach} refuses.
   *
   * @param what the value is, for the message
   */
  public static void requireTransparent(String what, @Nullable Object value) {
    forEach(what, value, tensor -> {});
  }

  /** Whether {@link #map} reaches every tensor in {@code value}: false where it is or holds an object that cannot be looked into. */
  public static boolean isTransparent(@Nullable Object value) {
    if (value == null || value instanceof Tensor) return true;
    Form form = FORMS.get(value.getClass());
    return form != Form.OPAQUE && parts(form, value).stream().allMatch(TensorTree::isTransparent);
  }

  /** {@return what a value is made of, in order; nothing where it is a tensor, or no class that JTorch looks into} */
  public static Collection<?> parts(@Nullable Object value) {
    return value == null ? List.of() : parts(FORMS.get(value.getClass()), value);
  }

  private static Collection<?> parts(Form form, Object value) {
    return switch (form) {
      case HOLDER -> tensors((TensorHolder) value);
      case RECORD -> Arrays.asList(RecordType.of(value.getClass()).values((Record) value));
      case COLLECTION -> (Collection<?>) value;
      case MAP -> ((Map<?, ?>) value).values();
      case ARRAY -> Arrays.asList((Object[]) value);
      case OPTIONAL -> ((Optional<?>) value).stream().toList();
      case TENSOR, PLAIN, OPAQUE -> List.of();
    };
  }

  private static List<Tensor> tensors(TensorHolder holder) {
    var tensors = new ArrayList<Tensor>();
    holder.mapTensors(tensor -> {
      tensors.add(tensor);
      return tensor;
    });
    return tensors;
  }

  /**
   * A value of the same structure with other tensors. Lists become array lists, sets and maps keep their order, records are made
   * anew; what holds no tensor is not copied.
   */
  public static @Nullable Object map(@Nullable Object value, UnaryOperator<Tensor> change) {
    if (value == null) return null;
    if (value instanceof Tensor tensor) return change.apply(tensor);
    return switch (FORMS.get(value.getClass())) {
      case HOLDER -> ((TensorHolder) value).mapTensors(change);
      case RECORD -> mapRecord((Record) value, change);
      case COLLECTION -> mapCollection((Collection<?>) value, change);
      case MAP -> mapValues((Map<?, ?>) value, change);
      case ARRAY -> mapAll((Object[]) value, change);
      case OPTIONAL -> ((Optional<?>) value).map(v -> map(v, change));
      case TENSOR, PLAIN, OPAQUE -> value;
    };
  }

  private static Record mapRecord(Record record, UnaryOperator<Tensor> change) {
    RecordType type = RecordType.of(record);
    @Nullable Object[] before = type.values(record);
    @Nullable Object[] after = mapAll(before, change);
    return after == before ? record : type.make(after);
  }

  private static Collection<?> mapCollection(Collection<?> collection, UnaryOperator<Tensor> change) {
    @Nullable Object[] before = collection.toArray();
    @Nullable Object[] after = mapAll(before, change);
    if (after == before) return collection;
    List<@Nullable Object> elements = Arrays.asList(after);
    if (collection instanceof List) return new ArrayList<>(elements);
    return collection instanceof Set ? new LinkedHashSet<>(elements) : new ArrayDeque<>(elements);
  }

  private static @Nullable Object[] mapAll(@Nullable Object[] before, UnaryOperator<Tensor> change) {
    @Nullable Object[] after = before;
    for (int i = 0; i < before.length; i++) {
      Object changed = map(before[i], change);
      if (changed == before[i]) continue;
      if (after == before) after = before.clone();
      after[i] = changed;
    }
    return after;
  }

  private static Map<?, ?> mapValues(Map<?, ?> before, UnaryOperator<Tensor> change) {
    Map<@Nullable Object, @Nullable Object> after = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<?, ?> entry : before.entrySet()) {
      Object value = map(entry.getValue(), change);
      changed |= value != entry.getValue();
      after.put(entry.getKey(), value);
    }
    return changed ? after : before;
  }

  private static Form form(Class<?> type) {
    if (Tensor.class.isAssignableFrom(type)) return Form.TENSOR;
    if (TensorHolder.class.isAssignableFrom(type)) return Form.HOLDER;
    if (isValue(type)) return Form.PLAIN;
    if (Collection.class.isAssignableFrom(type)) return Form.COLLECTION;
    if (Map.class.isAssignableFrom(type)) return Form.MAP;
    if (type == Optional.class) return Form.OPTIONAL;
    if (type.isArray()) return mayHold(type, new HashSet<>()) ? Form.ARRAY : Form.PLAIN;
    if (fieldsMayHold(type, new HashSet<>())) return type.isRecord() ? Form.RECORD : Form.OPAQUE;
    return Form.PLAIN;
  }

  private static boolean isValue(Class<?> type) {
    return VALUES.stream().anyMatch(value -> value.isAssignableFrom(type));
  }

  /**
   * Whether a field of this type may hold a tensor. A class that can be extended may, for want of knowing what extends it.
   *
   * @param asked the classes that are being looked at, which may be fields of themselves
   */
  private static boolean mayHold(Type type, Set<Class<?>> asked) {
    if (type instanceof Class<?> plain) return mayHold(plain, asked);
    if (type instanceof GenericArrayType array) return mayHold(array.getGenericComponentType(), asked);
    if (type instanceof WildcardType wild) return mayHold(wild.getUpperBounds()[0], asked);
    if (type instanceof TypeVariable<?> variable) return mayHold(variable.getBounds()[0], asked);
    var generic = (ParameterizedType) type;
    var raw = (Class<?>) generic.getRawType();
    boolean container =
        Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw) || raw == Optional.class;
    if (!container || !raw.getPackageName().equals("java.util")) return mayHold(raw, asked);
    return Stream.of(generic.getActualTypeArguments()).anyMatch(argument -> mayHold(argument, asked));
  }

  private static boolean mayHold(Class<?> type, Set<Class<?>> asked) {
    if (type.isPrimitive() || isValue(type)) return false;
    if (type.isArray()) return mayHold(type.getComponentType(), asked);
    return !Modifier.isFinal(type.getModifiers()) || fieldsMayHold(type, asked);
  }

  private static boolean fieldsMayHold(Class<?> type, Set<Class<?>> asked) {
    if (!asked.add(type)) return false;
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        // the object around an inner class is not part of what is passed on
        boolean part = !Modifier.isStatic(field.getModifiers()) && !field.getName().startsWith("this$");
        if (part && mayHold(field.getGenericType(), asked)) return true;
      }
    }
    return false;
  }
}
