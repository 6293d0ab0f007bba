package dev.jtorch.bridge;

import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the records of one class apart and puts them together again; worked out once for each class. */
public final class RecordType {
  private static final ClassValue<RecordType> TYPES = new ClassValue<>() {
    @Override protected RecordType computeValue(Class<?> type) { return new RecordType(type); }
  };

  private final Class<?> type;
  private final List<RecordComponent> components;

  private RecordType(Class<?> type) {
    this.type = type;
    components = List.of(type.getRecordComponents());
    components.forEach(c -> c.getAccessor().trySetAccessible());
  }

  /** The type of a record. */
  public static RecordType of(Record record) {
    return TYPES.get(record.getClass());
  }

  /** The type of the records of a class. */
  public static RecordType of(Class<?> type) {
    return TYPES.get(type);
  }

  /** {@return the record's class name} */
  public String name() { return ClassNames.of(type); }

  /** {@return the components in order of declaration} */
  public List<RecordComponent> components() {
    return components;
  }

  /**
   * The values of all components, in order.
   *
   * @throws TorchException if the record is not open to JTorch, or an accessor of its throws
   */
  public @Nullable Object[] values(Record record) {
    @Nullable Object[] values = new @Nullable Object[components.size()];
    for (int i = 0; i < values.length; i++) values[i] = value(record, components.get(i).getAccessor());
    return values;
  }

  private @Nullable Object value(Record record, Method accessor) {
    try {
      return accessor.invoke(record);
    } catch (IllegalAccessException e) {
      throw closed(e);
    } catch (InvocationTargetException e) {
      throw failed(accessor.getName() + "()", e);
    }
  }

  /**
   * A record of these values.
   *
   * @throws TorchException if the record is not open to JTorch, or its constructor throws
   */
  public Record make(@Nullable Object... values) {
    Class<?>[] types = Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.trySetAccessible();
      return (Record) canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw failed("its constructor", e);
    } catch (ReflectiveOperationException e) {
      throw closed(e);
    }
  }

  private TorchException failed(String what, InvocationTargetException e) {
    return new TorchException("record " + name() + ": " + what + " failed", e.getCause());
  }

  private TorchException closed(Exception cause) {
    return new TorchException(
        "record " + name() + " is closed to JTorch (expected: a public record, or an open package);"
            + " add 'opens " + type.getPackageName() + " to dev.jtorch'",
        cause);
  }
}
