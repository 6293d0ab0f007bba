package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The sizes of a tensor's dimensions: an immutable list that prints as Python's {@code torch.Size([2, 3])}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/size.html">torch.Size</a>
 */
public final class Size extends AbstractList<Long> implements RandomAccess {
  private final long[] sizes;

  private Size(long[] sizes) {
    this.sizes = sizes;
  }

  public static Size of(long... sizes) { return new Size(required(sizes).clone()); }

  @Override public Long get(int dim) { return sizes[dim]; }

  /** How many dimensions there are. */
  @Override public int size() { return sizes.length; }

  /**
   * The product of the sizes; 1 for a scalar.
   *
   * @throws ArithmeticException if it does not fit a long, which no tensor has
   */
  public long numel() {
    if (LongStream.of(sizes).anyMatch(size -> size == 0)) return 0; // whatever the others are
    return LongStream.of(sizes).reduce(1, Math::multiplyExact);
  }

  public long[] toLongArray() { return sizes.clone(); }

  @Override public String toString() { return "torch.Size(" + asList() + ")"; }

  /** {@return the sizes in brackets: {@code [2, 3]}} */
  String asList() {
    return LongStream.of(sizes).boxed().toList().toString();
  }

  /** The sizes in parentheses, as messages show them: {@code (2, 3)}. */
  public String inMessage() {
    return inMessage(sizes);
  }

  static String inMessage(long... sizes) {
    String joined = LongStream.of(sizes).mapToObj(Long::toString).collect(Collectors.joining(", "));
    return sizes.length == 1 ? "(" + joined + ",)" : "(" + joined + ")";
  }
}
