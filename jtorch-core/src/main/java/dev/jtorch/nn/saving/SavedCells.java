package dev.jtorch.nn.saving;

import dev.jtorch.internal.ClassNames;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a whole model's file, each known to be of the type that stands in its place, or else the file is damaged. */
final class SavedCells {
  private final String file;

  SavedCells(String file) {
    this.file = file;
  }

  <T> T get(Class<T> type, Tuple entry, int index, String place) {
    return as(type, index < entry.size() ? entry.get(index) : null, place);
  }

  <T> T as(Class<T> type, @Nullable Object value, String place) {
    if (type.isInstance(value)) return type.cast(value);
    throw damaged(place, "a " + (value == null ? "null" : ClassNames.of(value.getClass())) + " stands where a "
        + ClassNames.of(type) + " should", null);
  }

  List<?> list(Tuple entry, int index, String place) {
    return get(List.class, entry, index, place);
  }

  Map<?, ?> map(Tuple entry, int index, String place) {
    return get(Map.class, entry, index, place);
  }

  /** The element that a number in the file means. */
  Tuple row(List<?> table, long index, String place) {
    if (index < 0 || index >= table.size()) {
      throw damaged(place, "there is no entry " + index + " among " + table.size(), null);
    }
    return as(Tuple.class, table.get((int) index), place);
  }

  CheckpointException damaged(String place, String what, @Nullable Throwable cause) {
    return new CheckpointException(file + ": " + place + ": " + what + " (expected: a file of WholeModel.save)", cause);
  }
}
