package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenLinearAlgebra;
import dev.jtorch.internal.AtenReduction;
import dev.jtorch.internal.NativeOptions;

/**
 * Reductions of all elements, or along dimensions, to one number each.
 *
 * <p>Dimensions that are reduced disappear; {@code keepdim} leaves them with size 1. Negative ones count from the end, and none
 * means all. An argument {@code dtype} is the type to convert to before reducing, so that sums do not overflow.
 *
 * <p>All throw {@link IndexException} for a dimension that does not exist and {@link TorchException} for one named twice.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#reduction-ops">Reduction operations</a>
 */
public sealed interface ReductionOps permits Tensor {
  /** {@return the sum of all elements; of integers and bools, in int64} */
  default Tensor sum() {
    return tensor(AtenReduction.sum(handle(this), NativeOptions.NONE));
  }

  /** {@return the sum of all elements as {@code dtype}} */
  default Tensor sum(DType dtype) {
    return tensor(AtenReduction.sum(handle(this), required(dtype, "dtype").code()));
  }

  /** {@return the sum along some dimensions} */
  default Tensor sum(int... dim) { return sum(dim, false); }

  /** {@return the sum along a dimension} */
  default Tensor sum(int dim, boolean keepdim) {
    return sum(new int[] {dim}, keepdim);
  }

  /** {@return the sum along some dimensions} */
  default Tensor sum(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.sum(handle(this), Dims.longs(dim), keepdim, NativeOptions.NONE));
  }

  /** {@return the sum along some dimensions, as {@code dtype}} */
  default Tensor sum(int[] dim, boolean keepdim, DType dtype) {
    return tensor(AtenReduction.sum(handle(this), Dims.longs(dim), keepdim, required(dtype, "dtype").code()));
  }

  /** {@return the sum, NaN counting as 0, of all elements} */
  default Tensor nansum() {
    return tensor(AtenReduction.nansum(handle(this), null, false, NativeOptions.NONE));
  }

  /** {@return the sum, NaN counting as 0, of all elements as {@code dtype}} */
  default Tensor nansum(DType dtype) {
    return tensor(AtenReduction.nansum(handle(this), null, false, required(dtype, "dtype").code()));
  }

  /** {@return the sum, NaN counting as 0, along some dimensions} */
  default Tensor nansum(int... dim) {
    return nansum(dim, false);
  }

  /** {@return the sum, NaN counting as 0, along a dimension} */
  default Tensor nansum(int dim, boolean keepdim) {
    return nansum(new int[] {dim}, keepdim);
  }

  /** {@return the sum, NaN counting as 0, along some dimensions} */
  default Tensor nansum(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.nansum(handle(this), Dims.longs(dim), keepdim, NativeOptions.NONE));
  }

  /** {@return the sum, NaN counting as 0, along some dimensions, as {@code dtype}} */
  default Tensor nansum(int[] dim, boolean keepdim, DType dtype) {
    return tensor(AtenReduction.nansum(handle(this), Dims.longs(dim), keepdim, required(dtype, "dtype").code()));
  }

  /**
   * The mean of all elements.
   *
   * @throws DTypeException if the type is neither floating nor complex
   */
  default Tensor mean() { return tensor(AtenReduction.mean(handle(this), NativeOptions.NONE)); }

  /** {@return the mean of all elements as {@code dtype}} */
  default Tensor mean(DType dtype) {
    return tensor(AtenReduction.mean(handle(this), required(dtype, "dtype").code()));
  }

  /** {@return the mean along some dimensions} */
  default Tensor mean(int... dim) { return mean(dim, false); }

  /** {@return the mean along a dimension} */
  default Tensor mean(int dim, boolean keepdim) {
    return mean(new int[] {dim}, keepdim);
  }

  /** {@return the mean along some dimensions} */
  default Tensor mean(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.mean(handle(this), Dims.longs(dim), keepdim, NativeOptions.NONE));
  }

  /** {@return the mean along some dimensions, as {@code dtype}} */
  default Tensor mean(int[] dim, boolean keepdim, DType dtype) {
    return tensor(AtenReduction.mean(handle(this), Dims.longs(dim), keepdim, required(dtype, "dtype").code()));
  }

  /** {@return the mean of those that are not NaN, of all elements} */
  default Tensor nanmean() {
    return tensor(AtenReduction.nanmean(handle(this), null, false, NativeOptions.NONE));
  }

  /** {@return the mean of those that are not NaN, of all elements as {@code dtype}} */
  default Tensor nanmean(DType dtype) {
    return tensor(AtenReduction.nanmean(handle(this), null, false, required(dtype, "dtype").code()));
  }

  /** {@return the mean of those that are not NaN, along some dimensions} */
  default Tensor nanmean(int... dim) {
    return nanmean(dim, false);
  }

  /** {@return the mean of those that are not NaN, along a dimension} */
  default Tensor nanmean(int dim, boolean keepdim) {
    return nanmean(new int[] {dim}, keepdim);
  }

  /** {@return the mean of those that are not NaN, along some dimensions} */
  default Tensor nanmean(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.nanmean(handle(this), Dims.longs(dim), keepdim, NativeOptions.NONE));
  }

  /** {@return the mean of those that are not NaN, along some dimensions, as {@code dtype}} */
  default Tensor nanmean(int[] dim, boolean keepdim, DType dtype) {
    return tensor(AtenReduction.nanmean(handle(this), Dims.longs(dim), keepdim, required(dtype, "dtype").code()));
  }

  /** {@return the product of all elements; of integers and bools, in int64} */
  default Tensor prod() {
    return tensor(AtenReduction.prod(handle(this), NativeOptions.NONE));
  }

  /** {@return the product of all elements as {@code dtype}} */
  default Tensor prod(DType dtype) {
    return tensor(AtenReduction.prod(handle(this), required(dtype, "dtype").code()));
  }

  /** {@return the product along a dimension} */
  default Tensor prod(int dim) { return prod(dim, false); }

  /** {@return the product along a dimension} */
  default Tensor prod(int dim, boolean keepdim) {
    return tensor(AtenReduction.prod(handle(this), dim, keepdim, NativeOptions.NONE));
  }

  /** {@return the product along a dimension, as {@code dtype}} */
  default Tensor prod(int dim, boolean keepdim, DType dtype) {
    return tensor(AtenReduction.prod(handle(this), dim, keepdim, required(dtype, "dtype").code()));
  }

  /** {@return the square root of the sum of squares of all elements: {@link #norm(Number)} of order 2} */
  default Tensor norm() {
    return norm(2);
  }

  /**
   * The norm of all elements: {@code (Σ|x|^p)^(1/p)}.
   *
   * @param p the order; infinity takes the greatest absolute value, negative infinity the smallest, 0 counts what is
   *     not 0
   */
  default Tensor norm(Number p) {
    return tensor(AtenLinearAlgebra.linalgVectorNorm(handle(this), p, null, false, NativeOptions.NONE));
  }

  /** {@return {@link #norm(Number)} along some dimensions} */
  default Tensor norm(Number p, int... dim) {
    return norm(p, dim, false);
  }

  /** {@return {@link #norm(Number)} along a dimension} */
  default Tensor norm(Number p, int dim, boolean keepdim) {
    return norm(p, new int[] {dim}, keepdim);
  }

  /** {@return {@link #norm(Number)} along some dimensions} */
  default Tensor norm(Number p, int[] dim, boolean keepdim) {
    return tensor(AtenLinearAlgebra.linalgVectorNorm(handle(this), p, Dims.longs(dim), keepdim, NativeOptions.NONE));
  }

  /** {@return {@link #norm(Number)} along some dimensions, as {@code dtype}} */
  default Tensor norm(Number p, int[] dim, boolean keepdim, DType dtype) {
    return tensor(
        AtenLinearAlgebra.linalgVectorNorm(handle(this), p, Dims.longs(dim), keepdim, required(dtype, "dtype").code()));
  }

  /** {@return the norm of {@code this - other}, of order 2} */
  default Tensor dist(Tensor other) {
    return dist(other, 2);
  }

  /** {@return the norm of {@code this - other}, of order {@code p}} */
  default Tensor dist(Tensor other, Number p) {
    return tensor(AtenReduction.dist(handle(this), handle(other), p));
  }

  /** {@return {@code log(Σ exp(x))} along some dimensions, without overflow on the way} */
  default Tensor logsumexp(int... dim) {
    return logsumexp(dim, false);
  }

  /** {@return {@link #logsumexp(int...)} along a dimension} */
  default Tensor logsumexp(int dim, boolean keepdim) {
    return logsumexp(new int[] {dim}, keepdim);
  }

  /** {@return {@link #logsumexp(int...)} along some dimensions} */
  default Tensor logsumexp(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.logsumexp(handle(this), Dims.longs(dim), keepdim));
  }

  /** {@return how many elements are not 0, along some dimensions or, where none is named, of all} */
  default Tensor countNonzero(int... dim) {
    return tensor(AtenReduction.countNonzero(handle(this), Dims.longs(dim)));
  }

  /** {@return the sum of the diagonal of a matrix} */
  default Tensor trace() {
    return tensor(AtenReduction.trace(handle(this)));
  }

  /**
   * Sums so that {@code size} is left: what undoes broadcasting from it.
   *
   * @throws ShapeException if {@code size} does not broadcast to this shape
   */
  default Tensor sumToSize(long... size) { return tensor(AtenReduction.sumToSize(handle(this), size)); }
}
