package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handleOrNull;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenLinearAlgebra;
import dev.jtorch.internal.AtenReduction;
import dev.jtorch.internal.NativeOptions;
import dev.jtorch.internal.NativeTensor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reductions of all elements, or along dimensions, to one number each: sums, means, spread, quantiles, extrema; and running
 * reductions along a dimension, which keep the shape.
 *
 * <p>Dimensions that are reduced disappear; {@code keepdim} leaves them with size 1. Negative ones count from the end, and none
 * means all. An argument {@code dtype} is the type to convert to before reducing, so that sums do not overflow.
 *
 * <p>NaN counts as greatest and as smallest. Where several are equal, {@code max} and {@code min} along a dimension point to one
 * of them and give it the gradient; of all elements, and in {@code amax} and {@code amin}, the gradient is shared evenly.
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

  /** {@return the median of all elements, the lower one of an even number; NaN where one is NaN} */
  default Tensor median() {
    return tensor(AtenReduction.median(handle(this)));
  }

  /** {@return the medians along a dimension and where they stand} */
  default ValuesIndices median(int dim) {
    return median(dim, false);
  }

  /** {@return the medians along a dimension and where they stand} */
  default ValuesIndices median(int dim, boolean keepdim) {
    return ValuesIndices.of(AtenReduction.median(handle(this), dim, keepdim));
  }

  /** {@return the median of all elements, the lower one of an even number; NaN not counting} */
  default Tensor nanmedian() {
    return tensor(AtenReduction.nanmedian(handle(this)));
  }

  /** {@return the medians along a dimension, NaN not counting, and where they stand} */
  default ValuesIndices nanmedian(int dim) {
    return nanmedian(dim, false);
  }

  /** {@return the medians along a dimension, NaN not counting, and where they stand} */
  default ValuesIndices nanmedian(int dim, boolean keepdim) {
    return ValuesIndices.of(AtenReduction.nanmedian(handle(this), dim, keepdim));
  }

  /** {@return the most frequent values along the last dimension and where they stand; of several, the smallest} */
  default ValuesIndices mode() {
    return mode(-1);
  }

  /** {@return the most frequent values along a dimension and where they stand} */
  default ValuesIndices mode(int dim) {
    return mode(dim, false);
  }

  /** {@return the most frequent values along a dimension and where they stand} */
  default ValuesIndices mode(int dim, boolean keepdim) {
    return ValuesIndices.of(AtenReduction.mode(handle(this), dim, keepdim));
  }

  /**
   * {@return the standard deviation of all elements: the root of {@code Σ(x - mean)² / (n - 1)}; NaN for a single
   * one}
   */
  default Tensor std() { return std(true); }

  /**
   * {@return the standard deviation of all elements, dividing by {@code n - 1} or, where not {@code unbiased}, by
   * {@code n}}
   */
  default Tensor std(boolean unbiased) {
    return tensor(AtenReduction.std(handle(this), null, unbiased ? 1 : 0, false));
  }

  /** {@return the standard deviation along some dimensions} */
  default Tensor std(int... dim) {
    return std(dim, true, false);
  }

  /** {@return the standard deviation along a dimension; as in Python, the second argument is not {@code keepdim}} */
  default Tensor std(int dim, boolean unbiased) {
    return std(dim, unbiased, false);
  }

  /** {@return the standard deviation along a dimension} */
  default Tensor std(int dim, boolean unbiased, boolean keepdim) {
    return std(new int[] {dim}, unbiased, keepdim);
  }

  /** {@return the standard deviation along some dimensions} */
  default Tensor std(int[] dim, boolean unbiased, boolean keepdim) {
    return tensor(AtenReduction.std(handle(this), Dims.longs(dim), unbiased ? 1 : 0, keepdim));
  }

  /** The standard deviation with options: {@code x.std(o -> o.dim(1).correction(0).keepdim(true))}. */
  default Tensor std(UnaryOperator<VarianceOptions> with) {
    VarianceOptions o = configured(new VarianceOptions(), with);
    return tensor(AtenReduction.std(handle(this), o.dims(), o.correction(), o.keepdim()));
  }

  /** {@return the variance of all elements: {@code Σ(x - mean)² / (n - 1)}; NaN for a single one} */
  default Tensor var() {
    return var(true);
  }

  /** {@return the variance of all elements, dividing by {@code n - 1} or, where not {@code unbiased}, by {@code n}} */
  default Tensor var(boolean unbiased) {
    return tensor(AtenReduction.var(handle(this), null, unbiased ? 1 : 0, false));
  }

  /** {@return the variance along some dimensions} */
  default Tensor var(int... dim) { return var(dim, true, false); }

  /** {@return the variance along a dimension; as in Python, the second argument is not {@code keepdim}} */
  default Tensor var(int dim, boolean unbiased) {
    return var(dim, unbiased, false);
  }

  /** {@return the variance along a dimension} */
  default Tensor var(int dim, boolean unbiased, boolean keepdim) {
    return var(new int[] {dim}, unbiased, keepdim);
  }

  /** {@return the variance along some dimensions} */
  default Tensor var(int[] dim, boolean unbiased, boolean keepdim) {
    return tensor(AtenReduction.var(handle(this), Dims.longs(dim), unbiased ? 1 : 0, keepdim));
  }

  /** The variance with options: {@code x.var(o -> o.dim(1).correction(0).keepdim(true))}. */
  default Tensor var(UnaryOperator<VarianceOptions> with) {
    VarianceOptions o = configured(new VarianceOptions(), with);
    return tensor(AtenReduction.var(handle(this), o.dims(), o.correction(), o.keepdim()));
  }

  /** {@return the standard deviation and the mean of all elements} */
  default StdMean stdMean() {
    return stdMean(o -> o);
  }

  /**
   * The standard deviation and the mean, with options: {@code x.stdMean(o -> o.dim(1).correction(0).keepdim(true))}.
   */
  default StdMean stdMean(UnaryOperator<VarianceOptions> with) {
    VarianceOptions o = configured(new VarianceOptions(), with);
    NativeTensor[] both = AtenReduction.stdMean(handle(this), o.dims(), o.correction(), o.keepdim());
    return new StdMean(tensor(both[0]), tensor(both[1]));
  }

  /** {@return the variance and the mean of all elements} */
  default VarMean varMean() { return varMean(o -> o); }

  /** The variance and the mean, with options: {@code x.varMean(o -> o.dim(1).correction(0).keepdim(true))}. */
  default VarMean varMean(UnaryOperator<VarianceOptions> with) {
    VarianceOptions o = configured(new VarianceOptions(), with);
    NativeTensor[] both = AtenReduction.varMean(handle(this), o.dims(), o.correction(), o.keepdim());
    return new VarMean(tensor(both[0]), tensor(both[1]));
  }

  /** {@return the number below which the part {@code q} of all elements lies, interpolated} */
  default Tensor quantile(double q) {
    return quantile(q, o -> o);
  }

  /** {@return {@link #quantile(double)} along a dimension} */
  default Tensor quantile(double q, int dim) {
    return quantile(q, o -> o.dim(dim));
  }

  /** {@return {@link #quantile(double)} along a dimension} */
  default Tensor quantile(double q, int dim, boolean keepdim) {
    return quantile(q, o -> o.dim(dim).keepdim(keepdim));
  }

  /**
   * {@link #quantile(double)} with options: {@code x.quantile(0.9, o ->
   * o.interpolation(QuantileInterpolation.LOWER))}.
   */
  default Tensor quantile(double q, UnaryOperator<QuantileOptions> with) {
    QuantileOptions o = configured(new QuantileOptions(), with);
    return tensor(AtenReduction.quantile(handle(this), q, o.longDim(), o.keepdim(), o.interpolation().torchName()));
  }

  /** {@return {@link #quantile(double)} for several parts, in a first dimension of the size of {@code q}} */
  default Tensor quantile(Tensor q) {
    return quantile(q, o -> o);
  }

  /** {@return {@link #quantile(Tensor)} along a dimension} */
  default Tensor quantile(Tensor q, int dim) {
    return quantile(q, o -> o.dim(dim));
  }

  /** {@return {@link #quantile(Tensor)} along a dimension} */
  default Tensor quantile(Tensor q, int dim, boolean keepdim) {
    return quantile(q, o -> o.dim(dim).keepdim(keepdim));
  }

  /** {@link #quantile(Tensor)} with options. */
  default Tensor quantile(Tensor q, UnaryOperator<QuantileOptions> with) {
    QuantileOptions o = configured(new QuantileOptions(), with);
    return tensor(
        AtenReduction.quantile(handle(this), handle(q), o.longDim(), o.keepdim(), o.interpolation().torchName()));
  }

  /** {@return the number below which the part {@code q} of all elements lies, NaN not counting, interpolated} */
  default Tensor nanquantile(double q) {
    return nanquantile(q, o -> o);
  }

  /** {@return {@link #nanquantile(double)} along a dimension} */
  default Tensor nanquantile(double q, int dim) {
    return nanquantile(q, o -> o.dim(dim));
  }

  /** {@return {@link #nanquantile(double)} along a dimension} */
  default Tensor nanquantile(double q, int dim, boolean keepdim) {
    return nanquantile(q, o -> o.dim(dim).keepdim(keepdim));
  }

  /**
   * {@link #nanquantile(double)} with options: {@code x.nanquantile(0.9, o ->
   * o.interpolation(QuantileInterpolation.LOWER))}.
   */
  default Tensor nanquantile(double q, UnaryOperator<QuantileOptions> with) {
    QuantileOptions o = configured(new QuantileOptions(), with);
    return tensor(AtenReduction.nanquantile(handle(this), q, o.longDim(), o.keepdim(), o.interpolation().torchName()));
  }

  /** {@return {@link #nanquantile(double)} for several parts, in a first dimension of the size of {@code q}} */
  default Tensor nanquantile(Tensor q) {
    return nanquantile(q, o -> o);
  }

  /** {@return {@link #nanquantile(Tensor)} along a dimension} */
  default Tensor nanquantile(Tensor q, int dim) {
    return nanquantile(q, o -> o.dim(dim));
  }

  /** {@return {@link #nanquantile(Tensor)} along a dimension} */
  default Tensor nanquantile(Tensor q, int dim, boolean keepdim) {
    return nanquantile(q, o -> o.dim(dim).keepdim(keepdim));
  }

  /** {@link #nanquantile(Tensor)} with options. */
  default Tensor nanquantile(Tensor q, UnaryOperator<QuantileOptions> with) {
    QuantileOptions o = configured(new QuantileOptions(), with);
    return tensor(
        AtenReduction.nanquantile(handle(this), handle(q), o.longDim(), o.keepdim(), o.interpolation().torchName()));
  }

  /** {@return the covariance matrix of variables in rows and observations in columns} */
  default Tensor cov() {
    return tensor(AtenReduction.cov(handle(this), 1, null, null));
  }

  /**
   * The covariance matrix of variables in rows and observations in columns.
   *
   * @param correction subtracted from the number of observations; 1 by default
   * @param fweights how often each observation counts, integers; null for once
   * @param aweights how important each observation is; null for equally
   */
  default Tensor cov(int correction, @Nullable Tensor fweights, @Nullable Tensor aweights) {
    return tensor(AtenReduction.cov(handle(this), correction, handleOrNull(fweights), handleOrNull(aweights)));
  }

  /** {@return the matrix of Pearson's correlations of variables in rows} */
  default Tensor corrcoef() {
    return tensor(AtenReduction.corrcoef(handle(this)));
  }

  /** {@return the greatest of all elements} */
  default Tensor max() { return tensor(AtenReduction.max(handle(this))); }

  /** {@return the greatest elements along a dimension and where they stand} */
  default ValuesIndices max(int dim) {
    return max(dim, false);
  }

  /**
   * {@return the greatest elements along a dimension, which {@code keepdim} leaves with size 1, and where they stand}
   */
  default ValuesIndices max(int dim, boolean keepdim) {
    return ValuesIndices.of(AtenReduction.max(handle(this), dim, keepdim));
  }

  /** The same as {@link ArithmeticOps#maximum(Tensor)}. */
  default Tensor max(Tensor other) {
    return ((Tensor) this).maximum(other);
  }

  /** {@return the smallest of all elements} */
  default Tensor min() { return tensor(AtenReduction.min(handle(this))); }

  /** {@return the smallest elements along a dimension and where they stand} */
  default ValuesIndices min(int dim) {
    return min(dim, false);
  }

  /**
   * {@return the smallest elements along a dimension, which {@code keepdim} leaves with size 1, and where they stand}
   */
  default ValuesIndices min(int dim, boolean keepdim) {
    return ValuesIndices.of(AtenReduction.min(handle(this), dim, keepdim));
  }

  /** The same as {@link ArithmeticOps#minimum(Tensor)}. */
  default Tensor min(Tensor other) {
    return ((Tensor) this).minimum(other);
  }

  /** {@return the greatest elements along some dimensions or, where none is named, of all} */
  default Tensor amax(int... dim) {
    return amax(dim, false);
  }

  /** {@return the greatest elements along a dimension} */
  default Tensor amax(int dim, boolean keepdim) {
    return amax(new int[] {dim}, keepdim);
  }

  /** {@return the greatest elements along some dimensions, which {@code keepdim} leaves with size 1} */
  default Tensor amax(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.amax(handle(this), Dims.longs(dim), keepdim));
  }

  /** {@return the smallest elements along some dimensions or, where none is named, of all} */
  default Tensor amin(int... dim) {
    return amin(dim, false);
  }

  /** {@return the smallest elements along a dimension} */
  default Tensor amin(int dim, boolean keepdim) {
    return amin(new int[] {dim}, keepdim);
  }

  /** {@return the smallest elements along some dimensions, which {@code keepdim} leaves with size 1} */
  default Tensor amin(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.amin(handle(this), Dims.longs(dim), keepdim));
  }

  /** {@return the smallest and the greatest of all elements} */
  default MinMax aminmax() {
    return MinMax.of(AtenReduction.aminmax(handle(this), null, false));
  }

  /** {@return the smallest and the greatest elements along a dimension} */
  default MinMax aminmax(int dim) {
    return aminmax(dim, false);
  }

  /** {@return the smallest and the greatest elements along a dimension, which {@code keepdim} leaves with size 1} */
  default MinMax aminmax(int dim, boolean keepdim) {
    return MinMax.of(AtenReduction.aminmax(handle(this), (long) dim, keepdim));
  }

  /** {@return where the greatest of all elements stands, counted through all dimensions} */
  default Tensor argmax() {
    return tensor(AtenReduction.argmax(handle(this), null, false));
  }

  /** {@return where the greatest elements stand along a dimension} */
  default Tensor argmax(int dim) {
    return argmax(dim, false);
  }

  /** {@return where the greatest elements stand along a dimension, which {@code keepdim} leaves with size 1} */
  default Tensor argmax(int dim, boolean keepdim) {
    return tensor(AtenReduction.argmax(handle(this), (long) dim, keepdim));
  }

  /** {@return where the smallest of all elements stands, counted through all dimensions} */
  default Tensor argmin() {
    return tensor(AtenReduction.argmin(handle(this), null, false));
  }

  /** {@return where the smallest elements stand along a dimension} */
  default Tensor argmin(int dim) {
    return argmin(dim, false);
  }

  /** {@return where the smallest elements stand along a dimension, which {@code keepdim} leaves with size 1} */
  default Tensor argmin(int dim, boolean keepdim) {
    return tensor(AtenReduction.argmin(handle(this), (long) dim, keepdim));
  }

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
