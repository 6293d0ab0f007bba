package dev.jtorch.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * The one notation that all floating-point elements of a tensor share.
 *
 * <p>Formula, over the finite elements that are not zero, with {@code lo} and {@code hi} their smallest and largest
 * magnitude: scientific if {@code hi / lo > 1000}, {@code hi > 1e8} or {@code lo < 1e-4}; else whole ({@code "2."}) if
 * all are whole; else fixed. The width is that of their longest text. A tensor without such elements is whole.
 *
 * <p>Zeros and non-finite elements do not count for the width, as in Python: {@code -0.} sticks out of its column.
 */
final class FloatFormat {
  private enum Notation { WHOLE, FIXED, SCIENTIFIC }

  private final Notation notation;
  private final int precision;
  private final int width;

  private FloatFormat(Notation notation, int precision, int width) {
    this.notation = notation;
    this.precision = precision;
    this.width = width;
  }

  static FloatFormat of(double[] values, PrintSettings options) {
    Notation notation = choose(values, options.sciMode());
    var unmeasured = new FloatFormat(notation, options.precision(), 1);
    int width = 1;
    for (double value : values) {
      if (counts(value)) {
        width = Math.max(width, unmeasured.bare(value).length());
      }
    }
    return new FloatFormat(notation, options.precision(), width);
  }

  int width() {
    return width;
  }

  /** {@return the text of an element, filled with spaces on the left up to the width} */
  String text(double value) {
    return ElementTexts.padLeft(bare(value), width);
  }

  private String bare(double value) {
    return switch (notation) {
      case SCIENTIFIC -> PythonNumbers.scientific(value, precision);
      case FIXED -> PythonNumbers.fixed(value, precision);
      case WHOLE -> PythonNumbers.fixed(value, 0) + (Double.isFinite(value) ? "." : "");
    };
  }

  private static Notation choose(double[] values, @Nullable Boolean sciMode) {
    double lo = Double.POSITIVE_INFINITY;
    double hi = 0;
    boolean whole = true;
    for (double value : values) {
      if (counts(value)) {
        lo = Math.min(lo, Math.abs(value));
        hi = Math.max(hi, Math.abs(value));
        whole &= value == Math.rint(value);
      }
    }
    boolean wide = hi / lo > 1000 || hi > 1e8 || lo < 1e-4;
    // hi is 0 when no element counts: Python then ignores even a forced scientific notation
    boolean scientific = hi > 0 && (sciMode == null ? wide : sciMode);
    return scientific ? Notation.SCIENTIFIC : whole ? Notation.WHOLE : Notation.FIXED;
  }

  private static boolean counts(double value) {
    return Double.isFinite(value) && value != 0;
  }
}
