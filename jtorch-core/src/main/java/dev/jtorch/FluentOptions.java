package dev.jtorch;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Options with a default each, of which a caller changes some: {@code new Conv2d(3, 64, 7, o -> o.stride(2).padding(3))}.
 *
 * <p>Options never change. A modifier, which has the option's name, gives a copy that differs in that option, so a set of
 * options can be kept in a constant, passed to several constructors ({@code o -> READY}) and changed further there.
 *
 * <p>A class of options has one private field an option, whose initial value is the default, and one modifier a field:
 *
 * <pre>{@code
 * public static final class Options extends FluentOptions<Options> {
 *   private double eps = 1e-5;
 *
 *   public Options eps(double eps) { return with(o -> o.eps = eps); }
 * }
 * }</pre>
 *
 * @param <O> the class of options itself
 */
public abstract class FluentOptions<O extends FluentOptions<O>> implements Cloneable {
  private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
    @Override protected List<Field> computeValue(Class<?> type) {
      return Arrays.stream(type.getDeclaredFields())
          .filter(f -> !Modifier.isStatic(f.getModifiers()) && !f.isSynthetic() && f.trySetAccessible()).toList();
    }
  };

  /** Options with their defaults. */
  protected FluentOptions() {}

  /** {@return a copy of these options that {@code change} has been applied to} */
  protected final O with(Consumer<? super O> change) {
    O copy = copy();
    change.accept(copy);
    copy.validate();
    return copy;
  }

  /** Refuses options that cannot be, with an error that names the option; runs after each change. */
  protected void validate() {}

  @SuppressWarnings("unchecked") // O is the class itself, which a clone keeps
  private O copy() {
    try {
      return (O) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  private Object[] values() {
    return FIELDS.get(getClass()).stream().map(this::value).toArray();
  }

  private @Nullable Object value(Field field) {
    try {
      return field.get(this);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** {@return whether the other object is of the same class and each option is equal} */
  @SuppressWarnings("EqualsGetClass") // a subclass has options of its own, so it cannot be equal
  @Override public final boolean equals(@Nullable Object other) {
    return other != null && getClass() == other.getClass()
        && Arrays.deepEquals(values(), ((FluentOptions<?>) other).values());
  }

  @Override public final int hashCode() { return Arrays.deepHashCode(values()); }

  /** {@return the class's name and all options, such as {@code Options[bias=true]}} */
  @Override public final String toString() {
    return FIELDS.get(getClass()).stream().map(f -> f.getName() + "=" + Objects.toString(value(f)))
        .collect(Collectors.joining(", ", getClass().getSimpleName() + "[", "]"));
  }
}
