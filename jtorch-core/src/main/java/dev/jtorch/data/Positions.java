package dev.jtorch.data;

import dev.jtorch.IndexException;

/** Indices counted from the end, made positive and checked. */
final class Positions {
  private Positions() {}

  /** The index from 0 up; a negative one counts from the end. */
  static long checked(String who, long index, long size) {
    if (index < -size || index >= size) {
      throw new IndexException(who + ": index is " + index + " (expected: < " + size + ", the number of samples)");
    }
    return index < 0 ? index + size : index;
  }
}
