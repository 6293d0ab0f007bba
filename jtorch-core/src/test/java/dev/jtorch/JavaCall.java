package dev.jtorch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method found for arguments written as in Java, by the compiler's order: exact primitives, boxes, then varargs. */
record JavaCall(Method method, @Nullable Object[] arguments) {
  private static final Pattern COMMA = Pattern.compile(",\\s*(?![^({]*[)}])");
  private static final Pattern OPTION = Pattern.compile("\\.(\\w+)\\(([^)]*)\\)");
  private static final Pattern INTEGER = Pattern.compile("-?\\d+");
  private static final Object UNFIT = new Object();

  static JavaCall find(Class<?> type, String name, String arguments, Map<String, Tensor> tensors) {
    List<String> words = arguments.isEmpty() ? List.of() : List.of(COMMA.split(arguments));
    return Stream.of(type.getMethods()).filter(m -> m.getName().equals(name) && !m.isBridge())
        .sorted(Comparator.comparing(Method::isVarArgs).thenComparing(m -> primitives(m) * -1))
        .flatMap(m -> fit(m, words, tensors)).findFirst()
        .orElseThrow(() -> new AssertionError("no method " + name + "(" + arguments + ") in " + type));
  }

  /** Calls the method; its exceptions come out as they are. */
  Object on(Object target) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static long primitives(Method method) {
    return Stream.of(method.getParameterTypes()).filter(Class::isPrimitive).count();
  }

  private static Stream<JavaCall> fit(Method method, List<String> words, Map<String, Tensor> tensors) {
    Class<?>[] types = method.getParameterTypes();
    List<String> fixed = words;
    if (method.isVarArgs() && words.size() >= types.length - 1) {
      int plain = types.length - 1;
      fixed = new ArrayList<>(words.subList(0, plain));
      fixed.add("{" + String.join(", ", words.subList(plain, words.size())) + "}");
    }
    if (fixed.size() != types.length) return Stream.empty();
    var arguments = new @Nullable Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = argument(fixed.get(i), types[i], tensors);
      if (arguments[i] == UNFIT) return Stream.empty();
    }
    return Stream.of(new JavaCall(method, arguments));
  }

  private static @Nullable Object argument(String word, Class<?> type, Map<String, Tensor> tensors) {
    boolean integer = INTEGER.matcher(word).matches();
    if (word.equals("null")) return type.isPrimitive() || type.isArray() ? UNFIT : null;
    if (type == Tensor.class) return tensors.containsKey(word) ? tensors.get(word) : UNFIT;
    if (type == boolean.class) return word.matches("true|false") ? Boolean.valueOf(word) : UNFIT;
    if (type == int.class) return integer ? Integer.valueOf(word) : UNFIT;
    if (type == Number.class && integer) return Integer.valueOf(word);
    if (type == Number.class || type == double.class || type == Double.class) return decimal(word);
    if (type == int[].class) return word.startsWith("{") ? integers(word) : UNFIT;
    if (type == long[].class) return Arrays.stream(integers(word)).asLongStream().toArray();
    if (type.isEnum()) return constant(word, type);
    return type == UnaryOperator.class && word.startsWith("o ->") ? options(word) : UNFIT;
  }

  private static Object decimal(String word) {
    return word.matches("-?(\\d+\\.\\d+|\\d+e-\\d+|Infinity)") ? Double.valueOf(word) : UNFIT;
  }

  private static Object constant(String word, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(word)) return constant;
    }
    return UNFIT;
  }

  private static int[] integers(String braces) {
    return Stream.of(braces.split("[{, }]+")).filter(INTEGER.asMatchPredicate()).mapToInt(Integer::parseInt).toArray();
  }

  /** A lambda that calls one option after the other, as {@code o -> o.dim(1).keepdim(true)}. */
  private static UnaryOperator<Object> options(String lambda) {
    return start -> {
      Object options = start;
      for (var option : OPTION.matcher(lambda).results().toList()) {
        try {
          options = find(options.getClass(), option.group(1), option.group(2), Map.of()).on(options);
        } catch (Throwable e) {
          throw new AssertionError(lambda, e);
        }
      }
      return options;
    };
  }
}
