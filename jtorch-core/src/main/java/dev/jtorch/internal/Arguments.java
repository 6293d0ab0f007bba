package dev.jtorch.internal;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses null arguments, in the words {@code cat: tensors[1] is null (expected: a tensor)}.
 *
 * <p>A check stands where an argument is first used, often far below the method that the user called. Which method that was and
 * what it expected is read off the stack once a check has failed, and at no other time.
 */
public final class Arguments {
  private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final List<String> INNER_ROOMS =
      List.of("dev.jtorch.internal.", "dev.jtorch.bridge.", "dev.jtorch.nn.check.", "dev.jtorch.FluentOptions");

  private Arguments() {}

  /** {@return the argument} */
  public static <T> T required(@Nullable T argument, String name) {
    if (argument == null) throw missing(name);
    return argument;
  }

  /** {@return the argument; by another name, if it has one, it is the public method's only array of this type} */
  public static long[] required(long @Nullable [] sizes, String name) {
    if (sizes == null) throw missing(name, long[].class);
    return sizes;
  }

  /** {@return the argument, which is the public method's only array of this type} */
  public static long[] required(long @Nullable [] sizes) {
    return required(sizes, "sizes");
  }

  /** {@return the argument, which is the public method's only array of this type} */
  public static int[] required(int @Nullable [] dims) {
    if (dims == null) throw missing("dims", int[].class);
    return dims;
  }

  /** {@return the argument, which is the public method's only list} */
  public static <E> List<E> required(@Nullable List<E> list) {
    if (list == null) throw missing("list", List.class);
    return list;
  }

  /** {@return the argument, which is the public method's only array of tensors} */
  public static <T extends @Nullable Object> T[] required(T @Nullable [] tensors) {
    if (tensors == null) throw missing("tensors", Object[].class);
    return tensors;
  }

  /** {@return the arguments, none of which is null} */
  public static <T> T[] requiredAll(T @Nullable [] arguments, String name) {
    if (arguments == null) throw missing(name);
    for (int i = 0; i < arguments.length; i++) required(arguments[i], name + "[" + i + "]");
    return arguments;
  }

  /** {@return the options that the user's function makes of the defaults} */
  public static <O> O configured(O defaults, UnaryOperator<O> with) {
    O options = required(with, "with").apply(defaults);
    if (options != null) return options;
    throw NativeErrors.refused(PublicCall.onStack("with", null).who() + ": with returned null (expected: "
        + withArticle(ClassNames.of(defaults.getClass())) + ")");
  }

  /** What is thrown for a null argument. An element of a list or an array has its index in the name. */
  static RuntimeException missing(String name) {
    return missing(name, null);
  }

  /** What is thrown for a null tensor. */
  static RuntimeException missingTensor(String name) {
    return missing(name, TensorAccess.get().type());
  }

  /**
   * What is thrown for a null argument.
   *
   * @param type tells it among the public method's parameters, if none has the name and it is the only one of its type
   */
  static RuntimeException missing(String name, @Nullable Class<?> type) {
    return NativeErrors.refused(PublicCall.onStack(name, type).refusal());
  }

  private static String withArticle(String noun) {
    return ("AEIOUaeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  /**
   * The public method whose argument a check refuses.
   *
   * @param method null where a check failed outside of any
   * @param parameter null where the check's name tells no parameter
   * @param name what the check calls the argument
   */
  private record PublicCall(@Nullable Executable method, @Nullable Parameter parameter, String name) {
    /** The innermost public method; or one that called it, if that only passed on the argument. */
    static PublicCall onStack(String name, @Nullable Class<?> type) {
      List<Executable> calls = STACK.walk(frames -> frames.filter(frame -> !isOf("java.", frame))
          .takeWhile(frame -> isOf("dev.jtorch.", frame)).filter(PublicCall::isOuter).map(PublicCall::method)
          .flatMap(Optional::stream).toList());
      List<Executable> from = calls.stream().dropWhile(method -> !isPublic(method)).toList();
      // sizes are converted everywhere, so this is where the check stands and not what was called
      List<Executable> called =
          from.stream().dropWhile(m -> !isPublic(m) || m.getDeclaringClass().getSimpleName().equals("Size")).toList();
      if (!called.isEmpty()) from = called;
      var found = new PublicCall(from.isEmpty() ? null : from.get(0), null, name);
      for (Executable method : from) {
        Optional<Parameter> parameter = isPublic(method) ? parameter(method, name, type) : Optional.empty();
        if (parameter.isEmpty()) break;
        found = new PublicCall(method, parameter.get(), name);
      }
      return found;
    }

    private static boolean isPublic(Executable method) { return Modifier.isPublic(method.getModifiers()); }

    private static boolean isOf(String room, StackFrame frame) { return frame.getClassName().startsWith(room); }

    private static boolean isOuter(StackFrame frame) {
      return INNER_ROOMS.stream().noneMatch(room -> isOf(room, frame));
    }

    /** Empty for a static initialiser. */
    private static Optional<Executable> method(StackFrame frame) {
      Class<?> type = frame.getDeclaringClass();
      Class<?>[] parameters = frame.getMethodType().parameterArray();
      try {
        return Optional.of(frame.getMethodName().equals("<init>") ? type.getDeclaredConstructor(parameters)
            : type.getDeclaredMethod(frame.getMethodName(), parameters));
      } catch (NoSuchMethodException e) {
        return Optional.empty();
      }
    }

    private static Optional<Parameter> parameter(Executable method, String name, @Nullable Class<?> type) {
      String whole = name.replaceFirst("\\[.*", "");
      var ways = new ArrayList<Predicate<Parameter>>();
      ways.add(p -> p.getName().equals(whole));
      if (name.equals("self")) ways.add(p -> p.getName().equals("input")); // LibTorch's name for it
      if (type != null) ways.add(p -> type.isAssignableFrom(p.getType()));
      else if (!whole.equals(name)) ways.add(p -> p.getType() == List.class || p.getType().isArray());
      return ways.stream().map(way -> Stream.of(method.getParameters()).filter(way).toList())
          .filter(found -> found.size() == 1).findFirst().map(found -> found.get(0));
    }

    String who() {
      if (method instanceof Constructor<?> made) return ClassNames.of(made.getDeclaringClass());
      return method == null ? "argument" : method.getName();
    }

    String refusal() {
      String index = name.contains("[") ? name.substring(name.indexOf('[')) : "";
      if (parameter == null) return who() + ": " + name + " is null (expected: a value)";
      return who() + ": " + parameter.getName() + index + " is null (expected: "
          + expected(parameter.getParameterizedType(), !index.isEmpty()) + ")";
    }

    private static String expected(Type type, boolean element) {
      Class<?> plain = raw(type);
      if (plain == UnaryOperator.class) return "a function of options, such as o -> o";
      if (plain == List.class && type instanceof ParameterizedType list) {
        String elements = noun(raw(list.getActualTypeArguments()[0]));
        return element ? withArticle(elements) : "a list of " + elements + "s";
      }
      if (plain.isArray()) {
        String elements = noun(plain.getComponentType());
        return element ? withArticle(elements)
            : "an array of " + elements + (plain.getComponentType().isPrimitive() ? "" : "s");
      }
      return withArticle(noun(plain));
    }

    /** Everyday things have everyday names. */
    private static String noun(Class<?> type) {
      String name = ClassNames.of(type);
      return List.of("Tensor", "Number", "String", "Object").contains(name) ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static Class<?> raw(Type type) {
      if (type instanceof Class<?> plain) return plain;
      if (type instanceof ParameterizedType generic) return raw(generic.getRawType());
      if (type instanceof WildcardType wild) return raw(wild.getUpperBounds()[0]);
      return type instanceof TypeVariable<?> variable ? raw(variable.getBounds()[0]) : Object[].class;
    }
  }
}
