package dev.jtorch.fuzz;

import dev.jtorch.Complex;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Generator;
import dev.jtorch.Index;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes values of the types that JTorch's methods take, most of them unfit for the method. */
final class RandomArguments {
  private static final List<String> WORDS =
      List.of("", "ij,jk->ik", "ii->i", "i", "...", "mean", "-1", "abc", "ij->", "->");
  private static final int LONGEST = 4;
  private static final int DEEPEST = 4;

  private final RandomGenerator random;
  private final List<Tensor> tensors;
  private final Calls calls;
  private final Map<Class<?>, Supplier<Object>> makers;

  /** What runs a method or constructor, so that calls within options are written down as well. */
  interface Calls {
    Object call(Executable what, @Nullable Object self, Object[] arguments);
  }

  RandomArguments(RandomGenerator random, List<Tensor> tensors, Calls calls) {
    this.random = random;
    this.tensors = tensors;
    this.calls = calls;
    makers = Map.ofEntries(Map.entry(Tensor.class, this::tensor), Map.entry(long.class, this::integer),
        Map.entry(int.class, () -> (int) Math.max(Integer.MIN_VALUE, Math.min(integer(), LONGEST))),
        Map.entry(double.class, this::real), Map.entry(Double.class, this::real),
        Map.entry(float.class, () -> (float) real()),
        Map.entry(boolean.class, random::nextBoolean), Map.entry(byte.class, () -> (byte) integer()),
        Map.entry(short.class, () -> (short) integer()), Map.entry(Number.class, this::number),
        Map.entry(String.class, () -> oneOf(WORDS)), Map.entry(DType.class, () -> tensor().dtype()),
        Map.entry(Device.class, () -> Device.of(random.nextInt(3) == 0 ? "meta" : "cpu")),
        Map.entry(Generator.class, Generator::new), Map.entry(Complex.class, () -> Complex.of(real(), real())),
        Map.entry(Size.class, () -> tensor().shape()));
  }

  Object[] tensors(int count) {
    return Stream.generate(this::tensor).limit(count).toArray();
  }

  /** Values for the parameters; empty where no maker knows one of them. */
  Optional<Object[]> forParameters(Executable what) {
    return forParameters(what, 0);
  }

  /** The same with null for one parameter; of lists and arrays of objects, null is an element where {@code inside} says so. */
  Optional<Object[]> withNull(Executable what, int position, boolean inside) {
    Type[] types = what.getGenericParameterTypes();
    var values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (i == position && !inside) continue;
      Optional<Object> value = i == position ? holdingNull(types[i]) : of(types[i], 0);
      if (value.isEmpty()) return Optional.empty();
      values[i] = value.get();
    }
    return Optional.of(values);
  }

  /** A list or an array of several elements, the second of which is null; options that are null. */
  private Optional<Object> holdingNull(Type type) {
    Class<?> wanted = raw(type);
    if (wanted == UnaryOperator.class) return Optional.of((UnaryOperator<Object>) options -> null);
    Type element = wanted.isArray() ? wanted.getComponentType()
        : wanted == List.class && type instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : long.class;
    if (raw(element).isPrimitive()) return Optional.empty();
    return of(element, 1).map(first -> Arrays.asList(first, null))
        .map(list -> wanted.isArray() ? array(list, wanted.getComponentType()) : list);
  }

  private Optional<Object[]> forParameters(Executable what, int depth) {
    return all(Arrays.asList(what.getGenericParameterTypes()), depth).map(List::toArray);
  }

  private Optional<List<Object>> all(List<? extends Type> types, int depth) {
    List<Optional<Object>> values = types.stream().map(type -> of(type, depth)).toList();
    return values.stream().allMatch(Optional::isPresent)
        ? Optional.of(values.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private Optional<Object> of(Type type, int depth) {
    Class<?> wanted = raw(type);
    Supplier<Object> maker = makers.get(wanted);
    if (maker != null) return Optional.of(maker.get());
    if (depth == DEEPEST) return Optional.empty();
    if (wanted.isEnum()) return Optional.of(oneOf(List.of(wanted.getEnumConstants())));
    if (wanted.isArray())
      return list(wanted.getComponentType(), depth).map(list -> array(list, wanted.getComponentType()));
    if (List.class == wanted && type instanceof ParameterizedType of) {
      return list(of.getActualTypeArguments()[0], depth).map(list -> list);
    }
    if (wanted == UnaryOperator.class) return Optional.of((UnaryOperator<Object>) options -> changed(options, depth));
    if (wanted == Index.class) return index(depth);
    if (wanted.isRecord()) return defaults(wanted).map(options -> changed(options, depth));
    if (wanted == Object.class)
      return of(oneOf(List.of(long.class, int.class, Tensor.class, double.class, Index.class)), depth);
    return Optional.empty();
  }

  private Optional<List<Object>> list(Type element, int depth) {
    return all(IntStream.range(0, random.nextInt(LONGEST + 1)).mapToObj(i -> element).toList(), depth + 1);
  }

  private static Object array(List<Object> list, Class<?> component) {
    Object array = Array.newInstance(component, list.size());
    for (int i = 0; i < list.size(); i++) Array.set(array, i, list.get(i));
    return array;
  }

  private Optional<Object> index(int depth) {
    Method factory = oneOf(Arrays.stream(Index.class.getMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getReturnType() == Index.class).toList());
    return forParameters(factory, depth + 1).map(arguments -> calls.call(factory, null, arguments));
  }

  /** The options that a record of options offers; empty for other records. */
  private static Optional<Object> defaults(Class<?> options) {
    try {
      return Optional.of(options.getField("DEFAULT").get(null));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** Options after some of their own changes. */
  private Object changed(Object options, int depth) {
    Object now = options;
    List<Method> changes = Arrays.stream(options.getClass().getMethods())
        .filter(m -> m.getReturnType() == options.getClass() && m.getParameterCount() > 0).toList();
    for (int i = random.nextInt(LONGEST); i > 0 && !changes.isEmpty(); i--) {
      Method change = oneOf(changes);
      Object before = now;
      now = forParameters(change, depth + 1).map(arguments -> calls.call(change, before, arguments)).orElse(before);
    }
    return now;
  }

  private Tensor tensor() { return oneOf(tensors); }

  /** Mostly what a tensor of the pool may have as a size or dimension. The large ones can never be allocated. */
  private long integer() {
    return switch (random.nextInt(14)) {
      case 0 -> Long.MAX_VALUE;
      case 1 -> Long.MIN_VALUE;
      case 2 -> 1L << 55;
      case 3, 4 -> -1 - random.nextInt(5);
      default -> random.nextInt(6);
    };
  }

  private double real() {
    return switch (random.nextInt(8)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> -1;
      case 3 -> 0;
      case 4 -> 1e300;
      default -> 3 * random.nextDouble();
    };
  }

  private Number number() {
    if (random.nextBoolean()) return real();
    return integer();
  }

  private <T> T oneOf(List<T> list) { return list.get(random.nextInt(list.size())); }

  /** Void, which nothing makes, for generic arrays. */
  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) return plain;
    if (type instanceof ParameterizedType generic) return raw(generic.getRawType());
    if (type instanceof TypeVariable<?> variable) return raw(variable.getBounds()[0]);
    return type instanceof WildcardType wild ? raw(wild.getUpperBounds()[0]) : void.class;
  }
}
