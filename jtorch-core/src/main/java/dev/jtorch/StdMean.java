package dev.jtorch;

/**
 * A standard deviation and the mean it is taken from: what {@link ReductionOps#stdMean()} returns.
 *
 * @param std the standard deviation
 * @param mean the mean, of the same shape
 */
public record StdMean(Tensor std, Tensor mean) {}
