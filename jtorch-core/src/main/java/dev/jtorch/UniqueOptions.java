package dev.jtorch;

import org.jspecify.annotations.Nullable;

/**
 * What {@code unique} gives: {@code t.unique(o -> o.returnCounts(true).dim(0))}.
 *
 * @param sorted in ascending order; {@code uniqueConsecutive} keeps the order it finds
 * @param returnInverse where each element went
 * @param returnCounts how often each one came
 * @param dim the dimension whose slices are compared; null compares all elements
 */
public record UniqueOptions(boolean sorted, boolean returnInverse, boolean returnCounts, @Nullable Integer dim) {
  static final UniqueOptions DEFAULT = new UniqueOptions(true, false, false, null);

  /** {@return these options with an ascending order or not} */
  public UniqueOptions sorted(boolean on) {
    return new UniqueOptions(on, returnInverse, returnCounts, dim);
  }

  /** {@return these options with {@link Unique#inverse()} or not} */
  public UniqueOptions returnInverse(boolean on) {
    return new UniqueOptions(sorted, on, returnCounts, dim);
  }

  /** {@return these options with {@link Unique#counts()} or not} */
  public UniqueOptions returnCounts(boolean on) {
    return new UniqueOptions(sorted, returnInverse, on, dim);
  }

  /** {@return these options with a dimension whose slices are compared} */
  public UniqueOptions dim(int dimension) {
    return new UniqueOptions(sorted, returnInverse, returnCounts, dimension);
  }
}
