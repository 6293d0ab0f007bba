package dev.jtorch.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * How tensors are printed: the values of {@code torch.set_printoptions}, immutable.
 *
 * @param precision digits after the decimal point of a floating-point element
 * @param threshold the largest number of elements that is printed whole; above it the tensor is summarised
 * @param edgeItems elements kept at each end of a summarised dimension
 * @param lineWidth characters after which a row is wrapped
 * @param sciMode {@code true} or {@code false} to force or forbid scientific notation, {@code null} to choose by value
 * @since 0.1
 */
public record PrintSettings(
    int precision, long threshold, int edgeItems, int lineWidth, @Nullable Boolean sciMode) {

  /** The threshold that no tensor exceeds. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one of the numbers is negative
   */
  public PrintSettings {
    requireNonNegative("precision", precision);
    requireNonNegative("threshold", threshold);
    requireNonNegative("edgeItems", edgeItems);
    requireNonNegative("lineWidth", lineWidth);
  }

  /** {@return what Python prints with when nothing was set} */
  public static PrintSettings defaultProfile() {
    return new PrintSettings(4, 1000, 3, 80, null);
  }

  /** {@return the profile {@code short}: two digits, two edge items} */
  public static PrintSettings shortProfile() {
    return new PrintSettings(2, 1000, 2, 80, null);
  }

  /** {@return the profile {@code full}: never summarised} */
  public static PrintSettings fullProfile() {
    return new PrintSettings(4, UNLIMITED, 3, 80, null);
  }

  /** {@return these options with another precision} */
  public PrintSettings precision(int value) {
    return new PrintSettings(value, threshold, edgeItems, lineWidth, sciMode);
  }

  /** {@return these options with another threshold} */
  public PrintSettings threshold(long value) {
    return new PrintSettings(precision, value, edgeItems, lineWidth, sciMode);
  }

  /** {@return these options with another number of edge items} */
  public PrintSettings edgeItems(int value) {
    return new PrintSettings(precision, threshold, value, lineWidth, sciMode);
  }

  /** {@return these options with another line width} */
  public PrintSettings lineWidth(int value) {
    return new PrintSettings(precision, threshold, edgeItems, value, sciMode);
  }

  /** {@return these options with scientific notation forced, forbidden, or ({@code null}) chosen by value} */
  public PrintSettings sciMode(@Nullable Boolean value) {
    return new PrintSettings(precision, threshold, edgeItems, lineWidth, value);
  }

  private static void requireNonNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException("PrintSettings: " + name + " is " + value + " (expected: >= 0)");
    }
  }
}
