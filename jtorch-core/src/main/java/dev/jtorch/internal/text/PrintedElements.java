package dev.jtorch.internal.text;

/**
 * The elements that will be printed, row-major over what {@link Edges} keeps.
 *
 * @since 0.1
 */
public sealed interface PrintedElements {

  /** Values of any floating-point type; the narrow ones (float32, float16, bfloat16) widened exactly. */
  record Floats(double... values) implements PrintedElements {}

  /** Values of any signed integer type, and of the unsigned ones that fit a signed long. */
  record Integers(long... values) implements PrintedElements {}

  /** Values of uint64: the sign bit counts as 2⁶³. */
  record UnsignedLongs(long... values) implements PrintedElements {}

  /** Values of bool. */
  record Booleans(boolean... values) implements PrintedElements {}

  /** Values of any complex type, split; both arrays have one entry an element. */
  record Complexes(double[] real, double[] imag) implements PrintedElements {}
}
