package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handleOrNull;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.internal.AtenReduction;
import dev.jtorch.internal.NativeTensor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Spread, medians and quantiles of all elements or along a dimension.
 *
 * <p>{@code keepdim} leaves reduced dimensions with size 1.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#reduction-ops">Reduction operations</a>
 */
public sealed interface StatisticsOps permits Tensor {
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
}
