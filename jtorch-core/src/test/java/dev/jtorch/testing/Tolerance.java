package dev.jtorch.testing;

import dev.jtorch.DType;

/**
 * How far elements may be apart: {@code |actual - expected| <= absolute + relative · |expected|}.
 *
 * @param relative by how much of what is expected
 * @param absolute by how much in any case
 */
public record Tolerance(double relative, double absolute) {
  /** None: what is asserted of copies and of random numbers. */
  public static final Tolerance EXACT = new Tolerance(0, 0);

  /** {@return what {@code torch.testing.assert_close} grants a type} */
  public static Tolerance of(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> new Tolerance(1e-3, 1e-5);
      case BFLOAT16 -> new Tolerance(1.6e-2, 1e-5);
      case FLOAT32, COMPLEX64 -> new Tolerance(1.3e-6, 1e-5);
      case FLOAT64, COMPLEX128 -> new Tolerance(1e-7, 1e-7);
      default -> EXACT;
    };
  }

  boolean allows(double actual, double expected) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) return Double.compare(actual, expected) == 0;
    return Math.abs(actual - expected) <= absolute + relative * Math.abs(expected);
  }
}
