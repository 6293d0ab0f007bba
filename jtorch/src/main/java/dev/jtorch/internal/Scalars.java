package dev.jtorch.internal;

import org.bytedeco.pytorch.DoubleComplex;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Native scalars for Java numbers, cached: making one costs a quarter of a small operator.
 *
 * <p>The cache is direct-mapped. An entry that is pushed out may still be in use by another thread, so it is left to the
 * collector, never closed.
 */
final class Scalars {
  private static final int SLOTS = 1024;
  private static final @Nullable Entry[] CACHE = new @Nullable Entry[SLOTS];
  private static final ScalarOptional NONE = PooledNatives.kept(new ScalarOptional());

  private Scalars() {}

  private static final class Entry {
    final long bits;
    final boolean integral;
    final Scalar scalar;
    final ScalarOptional optional;
    @Nullable Tensor wrapped;

    Entry(long bits, boolean integral, Scalar scalar) {
      this.bits = bits;
      this.integral = integral;
      this.scalar = scalar;
      optional = new ScalarOptional(scalar);
    }
  }

  static Scalar of(Number value) { return entry(value).scalar; }

  static ScalarOptional optional(@Nullable Number value) { return value == null ? NONE : entry(value).optional; }

  /** The number as a tensor of no dimensions that takes part in type promotion as a number does. */
  static Tensor tensor(Number value) {
    Entry entry = entry(value);
    Tensor known = entry.wrapped;
    if (known != null) return known;
    // a tensor made in inference mode could never be saved for a backward pass
    try (var outside = new InferenceMode(false)) {
      Tensor made = torch.scalar_tensor(entry.scalar, options(value).get());
      made.unsafeGetTensorImpl().set_wrapped_number(true);
      if (!(value instanceof ComplexValue)) PooledNatives.kept(made);
      entry.wrapped = made;
      return made;
    }
  }

  /** Python's types: int is int64, float is float64, complex is complex128. */
  private static NativeOptions options(Number value) {
    int dtype = value instanceof ComplexValue ? 10 : integral(value) ? 4 : 7;
    return NativeOptions.of(dtype, NativeOptions.NONE, NativeOptions.NONE);
  }

  private static boolean integral(Number value) {
    return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
  }

  private static Entry entry(Number value) {
    if (value instanceof ComplexValue complex) return complexEntry(complex);
    boolean integral = integral(value);
    long bits = integral ? value.longValue() : Double.doubleToRawLongBits(value.doubleValue());
    int slot = (int) ((bits * 0x9E3779B97F4A7C15L >>> 48) + (integral ? 1 : 0)) & (SLOTS - 1);
    Entry entry = CACHE[slot];
    if (entry == null || entry.bits != bits || entry.integral != integral) {
      if (entry == null) PooledNatives.kept(2);
      entry = make(bits, integral);
      CACHE[slot] = entry;
    }
    return entry;
  }

  private static Entry make(long bits, boolean integral) {
    Scalar scalar = integral ? new Scalar(bits) : new Scalar(Double.longBitsToDouble(bits));
    return new Entry(bits, integral, scalar);
  }

  private static Entry complexEntry(ComplexValue value) {
    var scalar = new Scalar(new DoubleComplex(value.real(), value.imag()));
    return new Entry(0, false, scalar);
  }

  /** A real native scalar as a Java number: Long or Double; booleans are 0 and 1. */
  static Number toNumber(Scalar scalar) {
    try (scalar) {
      if (scalar.isFloatingPoint()) return scalar.toDouble();
      if (scalar.isBoolean()) return scalar.toBool() ? 1L : 0L;
      return scalar.toLong();
    }
  }
}
