package dev.jtorch;

/**
 * Numbers taken apart, {@code mantissa * 2^exponent}: what {@link MathOps#frexp()} returns.
 *
 * @param mantissa of absolute value in [0.5, 1), or 0
 * @param exponent the power of two, int32
 */
public record Frexp(Tensor mantissa, Tensor exponent) {}
