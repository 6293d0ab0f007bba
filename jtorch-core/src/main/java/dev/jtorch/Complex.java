package dev.jtorch;

import dev.jtorch.internal.ComplexValue;
import dev.jtorch.internal.text.PythonNumbers;

/** A complex number, wherever PyTorch takes or gives a Python {@code complex}. */
@SuppressWarnings("exports")
public final class Complex extends Number implements ComplexValue {
  private static final long serialVersionUID = 1L;

  private final double real;
  private final double imag;

  private Complex(double real, double imag) {
    this.real = real;
    this.imag = imag;
  }

  /** {@return {@code real + imag i}} */
  public static Complex of(double real, double imag) {
    return new Complex(real, imag);
  }

  /** {@return the real part} */
  @Override public double real() { return real; }

  /** {@return the imaginary part} */
  @Override public double imag() { return imag; }

  /** {@return the length {@code √(real² + imag²)}} */
  public double abs() { return Math.hypot(real, imag); }

  @Override public int intValue() { return (int) doubleValue(); }

  @Override public long longValue() { return (long) doubleValue(); }

  @Override public float floatValue() { return (float) doubleValue(); }

  /**
   * {@return the real part}
   *
   * @throws DTypeException if there is an imaginary part, which would be lost
   */
  @Override public double doubleValue() {
    if (imag == 0) return real;
    throw new DTypeException("complex: value is " + this + " (expected: no imaginary part); take real() or abs()");
  }

  @Override public boolean equals(Object other) {
    return other instanceof Complex c && Double.compare(real, c.real) == 0 && Double.compare(imag, c.imag) == 0;
  }

  @Override public int hashCode() { return 31 * Double.hashCode(real) + Double.hashCode(imag); }

  /** As Python prints it: {@code (1+2j)}, or {@code 2j} without a real part. */
  @Override public String toString() {
    String imaginary = part(imag) + "j";
    if (Double.doubleToRawLongBits(real) == 0) return imaginary;
    return "(" + part(real) + (imaginary.startsWith("-") ? "" : "+") + imaginary + ")";
  }

  private static String part(double value) {
    String text = PythonNumbers.repr(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
