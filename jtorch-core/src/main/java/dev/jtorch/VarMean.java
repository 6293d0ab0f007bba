package dev.jtorch;

/**
 * A variance and the mean it is taken from: what {@link ReductionOps#varMean()} returns.
 *
 * @param var the variance
 * @param mean the mean, of the same shape
 */
public record VarMean(Tensor var, Tensor mean) {}
