package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.NativeOptions;
import org.jspecify.annotations.Nullable;

/** The floating-point type that factories use on this thread where none is said. */
final class DefaultDtype {
  private static final ThreadLocal<@Nullable DType> CURRENT = new ThreadLocal<>();
  private static final NativeOptions FLOAT32 = of(DType.FLOAT32);

  private DefaultDtype() {}

  static DType get() {
    DType chosen = CURRENT.get();
    return chosen == null ? DType.FLOAT32 : chosen;
  }

  static void set(DType dtype) {
    if (!required(dtype, "dtype").isFloatingPoint()) {
      throw new DTypeException("setDefaultDtype: dtype is " + dtype + " (expected: a floating-point type)");
    }
    CURRENT.set(dtype);
  }

  static NativeOptions options() {
    DType chosen = CURRENT.get();
    return chosen == null ? FLOAT32 : of(chosen);
  }

  static NativeOptions of(DType dtype) {
    return NativeOptions.of(required(dtype, "dtype").code(), NativeOptions.NONE, NativeOptions.NONE);
  }

  /** What Python's numbers of these kinds become in a tensor: int64, the default type, or the complex type of its size. */
  static DType ofNumbers(Number... values) {
    boolean integral = true;
    for (Number value : values) {
      if (value instanceof Complex) return get() == DType.FLOAT64 ? DType.COMPLEX128 : DType.COMPLEX64;
      integral &= value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }
    return integral ? DType.INT64 : get();
  }
}
