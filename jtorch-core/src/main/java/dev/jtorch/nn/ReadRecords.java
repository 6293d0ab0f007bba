package dev.jtorch.nn;

import dev.jtorch.bridge.RecordType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes records from saved components, by their constructors, which check them. */
final class ReadRecords {
  private ReadRecords() {}

  static Object make(Class<?> type, List<?> saved, ModelReader reader, String place) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i], saved.get(i), reader, place + "." + components[i].getName());
    }
    return RecordType.of(type).make(values);
  }

  private static @Nullable Object value(RecordComponent component, @Nullable Object cell, ModelReader reader,
      String place) {
    if (component.getType().isPrimitive()) return SavedPrimitives.value(component.getType(), cell);
    return component.getType().cast(reader.value(cell, place));
  }
}
