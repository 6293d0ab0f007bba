package dev.jtorch.nn.saving;

import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.ObjectFields;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import dev.jtorch.io.form.FileForm;
import dev.jtorch.nn.Module;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the network that {@link ModelWriter} described, without constructors. */
final class ModelReader {
  /** Stands for what is being made of its parts. */
  private static final Object NOT_YET = new Object();

  private final String file;
  private final Class<? extends Module> asked;
  private final SavedCells cells;
  private final AllowedClasses allowed;
  private final ReadValues values;
  private final Map<Long, Object> made = new HashMap<>();
  private List<?> classes = List.of();
  private List<?> objects = List.of();
  private int depth;

  ModelReader(String file, Class<? extends Module> asked, WholeModelOptions options) {
    this.file = file;
    this.asked = asked;
    cells = new SavedCells(file);
    allowed = new AllowedClasses(file, asked, options.allowed());
    values = new ReadValues(this, cells, options.device());
  }

  Module read(Checkpoint checkpoint) {
    long version = checkpoint.longValue(FileForm.WHOLE_MODEL_KEY);
    if (version != ModelWriter.VERSION) {
      throw new CheckpointException(file + ": is a whole model of version " + version + " (expected: "
          + ModelWriter.VERSION + "); load it with the JTorch that saved it");
    }
    classes = checkpoint.list("classes");
    objects = checkpoint.list("objects");
    String name = ClassNames.of(asked);
    Class<?> root = type(cells.get(Long.class, cells.row(objects, 0, name), 1, name), name);
    if (!asked.isAssignableFrom(root)) {
      throw new CheckpointException(file + ": holds a " + ClassNames.of(root) + " (expected: a " + name + ")");
    }
    try (var quiet = Torch.noGrad()) {
      return (Module) object(0, ClassNames.of(root));
    }
  }

  /** The value of a cell: plain, or the object of a number. */
  @Nullable Object value(@Nullable Object cell, String place) {
    return cell instanceof Tuple reference ? object(cells.get(Long.class, reference, 0, place), place) : cell;
  }

  private Object object(long index, String place) {
    Object known = made.get(index);
    if (known == NOT_YET) throw cells.damaged(place, "an object is part of itself", null);
    if (known != null) return known;
    if (++depth > ModelWriter.DEEPEST) {
      throw cells.damaged(ModelWriter.start(place), "is nested deeper than " + ModelWriter.DEEPEST + " levels", null);
    }
    Object object = newObject(index, cells.row(objects, index, place), place);
    made.put(index, object);
    depth--;
    return object;
  }

  private Object newObject(long index, Tuple entry, String place) {
    String kind = cells.get(String.class, entry, 0, place);
    made.put(index, NOT_YET);
    try {
      if (!kind.equals("object")) return values.make(kind, entry, place, early -> made.put(index, early));
      Class<?> type = type(cells.get(Long.class, entry, 1, place), place);
      requireObject(type, place);
      Object object = ObjectFields.allocate(type);
      made.put(index, object); // its fields may refer to it
      fill(object, cells.row(classes, cells.get(Long.class, entry, 1, place), place), cells.list(entry, 2, place),
          place);
      return object;
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw cells.damaged(place, "cannot be made", e);
    } catch (ClassCastException | ArithmeticException | NullPointerException | IndexOutOfBoundsException e) {
      throw cells.damaged(place, "has values that do not fit", e);
    }
  }

  private void requireObject(Class<?> type, String place) {
    boolean plain = !type.isRecord() && !type.isEnum() && !type.isInterface() && !type.isArray() && !type.isPrimitive()
        && !type.isHidden() && !Modifier.isAbstract(type.getModifiers());
    boolean open = Module.class.isAssignableFrom(type) || ModelWriter.isPlain(type);
    if (!plain || !open) throw cells.damaged(place, "a " + type.getName() + " cannot be made", null);
  }

  private void fill(Object object, Tuple description, List<?> saved, String place) throws IllegalAccessException {
    SavedFields fields = SavedFields.of(object.getClass());
    int i = 0;
    for (Object name : cells.map(description, 1, place).keySet()) {
      Field field = fields.field(String.valueOf(name));
      String at = place + "." + field.getName();
      Object cell = saved.get(i++);
      boolean primitive = field.getType().isPrimitive();
      Object value = primitive ? SavedArrays.value(field.getType(), cell)
          : ModelWriter.DEFAULT.equals(cell) ? SavedFields.defaultOf(object.getClass(), field) : value(cell, at);
      if (value != null && !primitive && !field.getType().isInstance(value)) {
        throw cells.damaged(at, "a " + ClassNames.of(value.getClass()) + " stands where a "
            + ClassNames.of(field.getType()) + " should", null);
      }
      ObjectFields.set(field, object, value);
    }
  }

  /** The class of a number, which is allowed, is here, and has the fields that were saved. */
  Class<?> type(long number, String place) {
    Tuple description = cells.row(classes, number, place);
    Class<?> type = allowed.get(cells.get(String.class, description, 0, place), place);
    if (type.isEnum() || type.isInterface() || type.isArray()) return type;
    Map<String, String> saved = new LinkedHashMap<>();
    cells.map(description, 1, place).forEach((name, of) -> saved.put(String.valueOf(name), String.valueOf(of)));
    String differences = SavedFields.of(type).differences(saved);
    if (differences.isEmpty()) return type;
    throw new CheckpointException(file + ": " + place + " is a " + type.getName() + ", which has changed: "
        + differences
        + " (expected: the class as it was saved); its weights are in the file's state_dict, Torch.load reads them");
  }
}
