package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index, as it stands between Python's brackets: {@code x[0, 1:3, None, ..., mask]} is {@code x.get(0,
 * slice(1, 3), NEWAXIS, ELLIPSIS, mask)}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/tensor_view.html">Tensor views</a>, and NumPy's rules for
 *     <a href="https://numpy.org/doc/stable/user/basics.indexing.html">indexing</a>
 */
public sealed interface Index {
  /** A whole dimension: Python's {@code :}. */
  Index ALL = new Slice(null, null, 1);
  /** A new dimension of size 1: Python's {@code None}. */
  Index NEWAXIS = new NewAxis();
  /** As many whole dimensions as the other parts leave: Python's {@code ...}. */
  Index ELLIPSIS = new Ellipsis();

  /** {@return one position of a dimension, which disappears; negative ones count from the end} */
  static Index at(long position) {
    return new At(position);
  }

  /** {@return the positions from {@code start} up to but without {@code end}; negative ones count from the end} */
  static Index slice(long start, long end) {
    return new Slice(start, end, 1);
  }

  /** {@return every {@code step}-th position from {@code start} up to but without {@code end}} */
  static Index slice(long start, long end, long step) {
    return new Slice(start, end, step);
  }

  /** {@return the positions from {@code start} up to but without {@code end}; null is Python's missing start or end} */
  static Index slice(@Nullable Number start, @Nullable Number end) {
    return slice(start, end, 1);
  }

  /** {@return every {@code step}-th position; null is Python's missing start or end} */
  static Index slice(@Nullable Number start, @Nullable Number end, long step) {
    return new Slice(start == null ? null : (Long) start.longValue(), end == null ? null : (Long) end.longValue(),
        step);
  }

  /** {@return the positions from {@code start} on: Python's {@code start:}} */
  static Index from(long start) {
    return new Slice(start, null, 1);
  }

  /** {@return the positions before {@code end}: Python's {@code :end}} */
  static Index to(long end) {
    return new Slice(null, end, 1);
  }

  /**
   * Chosen positions: those where a bool tensor is true, which stands for as many dimensions as it has, or those that a
   * tensor of integers lists.
   */
  static Index of(Tensor maskOrPositions) {
    return new Chosen(required(maskOrPositions, "maskOrPositions"));
  }

  /** {@return listed positions of a dimension; negative ones count from the end} */
  static Index of(long... positions) {
    return new Listed(required(positions).clone());
  }

  /** One position. */
  record At(long position) implements Index {}

  /** Positions at equal distances. */
  record Slice(@Nullable Long start, @Nullable Long end, long step) implements Index {
    /**
     * Checks the step.
     *
     * @throws IndexException if the step is not positive
     */
    public Slice {
      if (step == 0) throw new IndexException("slice step cannot be zero");
      if (step <= 0) throw new IndexException("step must be greater than zero");
    }
  }

  /** A new dimension. */
  record NewAxis() implements Index {}

  /** The dimensions that no other part names. */
  record Ellipsis() implements Index {}

  /** Positions chosen by a tensor. */
  record Chosen(Tensor maskOrPositions) implements Index {}

  /** Python's True or False: a new dimension of size 1 or 0. */
  record Flag(boolean on) implements Index {}

  /** Positions chosen by a list of flags, one for each. */
  record Marked(boolean[] marks) implements Index {}

  /** Positions chosen by a list. */
  record Listed(long[] positions) implements Index {}
}
