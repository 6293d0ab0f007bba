package dev.jtorch;

import org.jspecify.annotations.Nullable;

/** What {@code unique} gives: {@code t.unique(o -> o.returnCounts(true).dim(0))}. */
public final class UniqueOptions extends FluentOptions<UniqueOptions> {
  private boolean sorted = true;
  private boolean returnInverse = false;
  private boolean returnCounts = false;
  private @Nullable Integer dim;

  /** In ascending order; {@code uniqueConsecutive} keeps the order it finds. */
  public UniqueOptions sorted(boolean sorted) {
    return with(o -> o.sorted = sorted);
  }

  public boolean sorted() { return sorted; }

  /** Where each element went. */
  public UniqueOptions returnInverse(boolean returnInverse) {
    return with(o -> o.returnInverse = returnInverse);
  }

  public boolean returnInverse() { return returnInverse; }

  /** How often each one came. */
  public UniqueOptions returnCounts(boolean returnCounts) {
    return with(o -> o.returnCounts = returnCounts);
  }

  public boolean returnCounts() { return returnCounts; }

  /** The dimension whose slices are compared; null compares all elements. */
  public UniqueOptions dim(int dim) {
    return with(o -> o.dim = dim);
  }

  public @Nullable Integer dim() { return dim; }
}
