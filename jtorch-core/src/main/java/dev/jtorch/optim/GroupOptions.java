package dev.jtorch.optim;

import dev.jtorch.FluentOptions;
import dev.jtorch.TorchException;
import dev.jtorch.io.Tuple;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options by name, for optimizers of one's own: numbers, tuples of numbers, and booleans, which are saved and printed under
 * their names as Python's {@code defaults = dict(lr=lr, rho=rho)}.
 *
 * <p>An optimizer adds what it knows, with defaults: {@code new GroupOptions(1.0).add("rho", 0.9)}. Its users set it:
 * {@code o -> o.lr(0.5).set("rho", 0.95)}.
 */
public final class GroupOptions extends FluentOptions<GroupOptions> implements OptimizerOptions<GroupOptions> {
  private static final String LR = "lr";

  /** Numbers, booleans and tuples. Another map takes its place when one changes. */
  private Map<String, Object> values;

  /** The learning rate, and no other option yet. */
  public GroupOptions(double lr) {
    values = Map.of(LR, lr);
  }

  /** Adds a number. */
  public GroupOptions add(String name, double value) { return put(name, value); }

  /** Adds a whole number, which is saved as one, as is Python's default {@code weight_decay=0}; it can be set to any number. */
  public GroupOptions add(String name, long value) {
    return put(name, value);
  }

  /** Adds a boolean. */
  public GroupOptions add(String name, boolean value) { return put(name, value); }

  /** Adds a tuple of numbers, such as {@code betas}. */
  public GroupOptions add(String name, double... values) {
    return put(name, tuple(values));
  }

  /**
   * Sets a number.
   *
   * @throws TorchException if there is no such option, or it is no number
   */
  public GroupOptions set(String name, double value) {
    get(name, Number.class, "a number");
    return put(name, value);
  }

  /**
   * Sets a whole number.
   *
   * @throws TorchException if there is no such option, or it is no number
   */
  public GroupOptions set(String name, long value) {
    boolean whole = get(name, Number.class, "a number") instanceof Long;
    return whole ? put(name, value) : put(name, (double) value);
  }

  /**
   * Sets a boolean.
   *
   * @throws TorchException if there is no such option, or it is no boolean
   */
  public GroupOptions set(String name, boolean value) {
    get(name, Boolean.class, "True or False");
    return put(name, value);
  }

  /**
   * Sets a tuple of as many numbers.
   *
   * @throws TorchException if there is no such option, or it is no tuple of as many numbers
   */
  public GroupOptions set(String name, double... values) {
    int size = get(name, Tuple.class, "a tuple of numbers").size();
    if (size != values.length) throw wrong(name, tuple(values), "a tuple of " + size + " numbers");
    return put(name, tuple(values));
  }

  /**
   * The number of this name.
   *
   * @throws TorchException if there is no such option, or it is no number
   */
  public double number(String name) { return get(name, Number.class, "a number").doubleValue(); }

  /**
   * Whether the option of this name is true.
   *
   * @throws TorchException if there is no such option, or it is no boolean
   */
  public boolean flag(String name) { return get(name, Boolean.class, "True or False"); }

  /**
   * The numbers of the tuple of this name.
   *
   * @throws TorchException if there is no such option, or it is no tuple
   */
  public double[] numbers(String name) {
    List<@Nullable Object> items = get(name, Tuple.class, "a tuple of numbers").items();
    return items.stream().mapToDouble(item -> ((Number) item).doubleValue()).toArray();
  }

  @Override public double lr() { return number(LR); }

  @Override public GroupOptions lr(double lr) { return put(LR, lr); }

  /** {@return these options: an optimizer that limits its own checks them in its constructor} */
  @Override public GroupOptions checked(String who) {
    return this;
  }

  @Override public Map<String, @Nullable Object> toMap() { return new LinkedHashMap<>(values); }

  @Override public GroupOptions read(SavedValues saved) {
    Map<String, Object> read = new LinkedHashMap<>();
    values.forEach((name, value) -> read.put(name, value instanceof Boolean ? (Object) saved.flag(name)
        : value instanceof Tuple ? tuple(saved.numbers(name).stream().mapToDouble(Number::doubleValue).toArray())
            : saved.numeric(name)));
    return with(o -> o.values = Collections.unmodifiableMap(read));
  }

  private GroupOptions put(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return with(o -> o.values = Collections.unmodifiableMap(changed));
  }

  private <T> T get(String name, Class<T> type, String expected) {
    Object value = values.get(name);
    if (value == null) {
      throw new TorchException("GroupOptions: no option '" + name + "' (expected: one of "
          + String.join(", ", values.keySet()) + ")");
    }
    if (!type.isInstance(value)) throw wrong(name, value, expected);
    return type.cast(value);
  }

  private static TorchException wrong(String name, Object value, String expected) {
    return new TorchException(
        "GroupOptions: " + name + " is " + PythonText.of(value) + " (expected: " + expected + ")");
  }

  private static Tuple tuple(double[] values) { return Tuple.of(Arrays.stream(values).boxed().toArray()); }
}
