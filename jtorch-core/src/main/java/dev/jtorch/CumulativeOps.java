package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handleOrNull;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenReduction;
import dev.jtorch.internal.NativeOptions;
import org.jspecify.annotations.Nullable;

/**
 * Running reductions along a dimension, which keep the shape, and differences of neighbours.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#reduction-ops">Reduction operations</a>
 */
public sealed interface CumulativeOps permits Tensor {
  /** {@return the sums of each element and those before it; of integers, in int64} */
  default Tensor cumsum(int dim) {
    return tensor(AtenReduction.cumsum(handle(this), dim, NativeOptions.NONE));
  }

  /** {@return {@link #cumsum(int)}, converted to {@code dtype} first} */
  default Tensor cumsum(int dim, DType dtype) {
    return tensor(AtenReduction.cumsum(handle(this), dim, required(dtype, "dtype").code()));
  }

  /** {@link #cumsum(int)} in place. */
  default Tensor cumsum_(int dim) {
    AtenReduction.cumsum_(handle(this), dim, NativeOptions.NONE);
    return (Tensor) this;
  }

  /** {@return the products of each element and those before it; of integers, in int64} */
  default Tensor cumprod(int dim) {
    return tensor(AtenReduction.cumprod(handle(this), dim, NativeOptions.NONE));
  }

  /** {@return {@link #cumprod(int)}, converted to {@code dtype} first} */
  default Tensor cumprod(int dim, DType dtype) {
    return tensor(AtenReduction.cumprod(handle(this), dim, required(dtype, "dtype").code()));
  }

  /** {@link #cumprod(int)} in place. */
  default Tensor cumprod_(int dim) {
    AtenReduction.cumprod_(handle(this), dim, NativeOptions.NONE);
    return (Tensor) this;
  }

  /** {@return the greatest of each element and those before it, and where it stands} */
  default ValuesIndices cummax(int dim) {
    return ValuesIndices.of(AtenReduction.cummax(handle(this), dim));
  }

  /** {@return the smallest of each element and those before it, and where it stands} */
  default ValuesIndices cummin(int dim) {
    return ValuesIndices.of(AtenReduction.cummin(handle(this), dim));
  }

  /** {@return {@code log(Σ exp(x))} of each element and those before it} */
  default Tensor logcumsumexp(int dim) {
    return tensor(AtenReduction.logcumsumexp(handle(this), dim));
  }

  /** {@return each element but the first minus the one before it, along the last dimension} */
  default Tensor diff() {
    return diff(1, -1);
  }

  /** {@return {@link #diff()} repeated {@code n} times, along the last dimension} */
  default Tensor diff(int n) {
    return diff(n, -1);
  }

  /** {@return {@link #diff()} repeated {@code n} times, along a dimension} */
  default Tensor diff(int n, int dim) {
    return diff(n, dim, null, null);
  }

  /**
   * Differences of neighbours.
   *
   * @param n how often to take them; 0 returns this
   * @param dim the dimension in which neighbours stand
   * @param prepend elements to put before this first, null for none
   * @param append elements to put after this first, null for none
   */
  default Tensor diff(int n, int dim, @Nullable Tensor prepend, @Nullable Tensor append) {
    return tensor(AtenReduction.diff(handle(this), n, dim, handleOrNull(prepend), handleOrNull(append)));
  }
}
