package dev.jtorch.internal;

import org.bytedeco.pytorch.DoubleComplex;
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
  private static final int INT64 = 4;
  private static final int FLOAT32 = 6;
  private static final int FLOAT64 = 7;
  private static final int COMPLEX128 = 10;
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
    @Nullable Tensor wrappedFloat;

    Entry(long bits, boolean integral, Scalar scalar) {
      this.bits = bits;
      this.integral = integral;
      this.scalar = scalar;
      optional = new ScalarOptional(scalar);
    }

    /** How many tensors stand for the number. */
    int wrappers() {
      return (wrapped == null ? 0 : 1) + (wrappedFloat == null ? 0 : 1);
    }
  }

  static Scalar of(@Nullable Number value, String name) {
    if (value == null) throw Arguments.missing(name, Number.class);
    return entry(value).scalar;
  }

  static ScalarOptional optional(@Nullable Number value) { return value == null ? NONE : entry(value).optional; }

  /**
   * The number as a tensor of no dimensions that takes part in type promotion as a number does.
   *
   * <p>Python's float is a float64. Beside a float32 tensor it is converted for every operator, at the price of the operator
   * itself, so that case gets a float32 at once: the same value after the same single rounding.
   */
  static Tensor tensor(@Nullable Number value, String name, NativeTensor beside) {
    if (value == null) throw Arguments.missing(name, Number.class);
    Entry entry = entry(value);
    Tensor other = beside.use();
    boolean single = other.is_floating_point() && other.itemsize() == 4 && fitsFloat(value);
    Tensor known = single ? entry.wrappedFloat : entry.wrapped;
    if (known != null) return known;
    Tensor made = wrap(entry.scalar, single ? FLOAT32 : pythonType(value));
    if (!(value instanceof ComplexValue)) PooledNatives.kept(made);
    if (single) entry.wrappedFloat = made;
    else entry.wrapped = made;
    return made;
  }

  private static Tensor wrap(Scalar scalar, int dtype) {
    // a tensor made in inference mode could never be saved for a backward pass
    Runnable back = NativeAutograd.enterInferenceMode(false);
    try {
      Tensor made = torch.scalar_tensor(scalar, NativeOptions.of(dtype, NativeOptions.NONE, NativeOptions.NONE).get());
      made.unsafeGetTensorImpl().set_wrapped_number(true);
      return made;
    } finally {
      back.run();
    }
  }

  /** LibTorch refuses to make a float32 of a finite number that is too big for one. */
  private static boolean fitsFloat(Number value) {
    if (value instanceof ComplexValue) return false;
    double d = value.doubleValue();
    return Math.abs(d) <= Float.MAX_VALUE || Double.isInfinite(d) || Double.isNaN(d);
  }

  /** Python's int is int64, float is float64, complex is complex128. */
  private static int pythonType(Number value) {
    if (value instanceof ComplexValue) return COMPLEX128;
    return isIntegral(value) ? INT64 : FLOAT64;
  }

  /** Whether a number stands for Python's int. */
  static boolean isIntegral(Number value) {
    return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
  }

  private static Entry entry(Number value) {
    if (value instanceof ComplexValue complex) return complexEntry(complex);
    boolean integral = isIntegral(value);
    long bits = integral ? value.longValue() : Double.doubleToRawLongBits(value.doubleValue());
    // the highest bits, because there alone a number differs from its negative, which often stands beside it
    int slot = (int) (((bits * 0x9E3779B97F4A7C15L) >>> 54) + (integral ? 1 : 0)) & (SLOTS - 1);
    Entry entry = CACHE[slot];
    if (entry == null || entry.bits != bits || entry.integral != integral) {
      PooledNatives.kept(entry == null ? 2 : -entry.wrappers());
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
}
