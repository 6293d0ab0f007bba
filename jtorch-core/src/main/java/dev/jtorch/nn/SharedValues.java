package dev.jtorch.nn;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Complex;
import dev.jtorch.Size;
import java.lang.invoke.MethodHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a deep copy shares with the original: values that never change, functions, and things there is one of. */
final class SharedValues {
  private static final List<Class<?>> TYPES = List.of(String.class, Boolean.class, Character.class, Byte.class,
      Short.class, Integer.class, Long.class, Float.class, Double.class, BigInteger.class, BigDecimal.class, Enum.class,
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
