package dev.jtorch.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's tuple, kept apart from a list because Python code may tell them apart when it reads a file back.
 *
 * @param items the elements, unmodifiable
 */
public record Tuple(List<@Nullable Object> items) {
  /** The empty tuple. */
  public static final Tuple EMPTY = of();

  /** Copies the elements. */
  public Tuple { items = Collections.unmodifiableList(new ArrayList<>(items)); }

  /** {@return a tuple of these elements} */
  public static Tuple of(@Nullable Object... items) {
    return new Tuple(Arrays.asList(items));
  }

  /** {@return how many elements it has} */
  public int size() { return items.size(); }

  /** {@return the element at {@code index}} */
  public @Nullable Object get(int index) { return items.get(index); }
}
