package dev.jtorch;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Options of variances and standard deviations.
 *
 * @param dim the dimensions to reduce; null means all
 * @param correction subtracted from the number of elements in the divisor: 1 is unbiased, 0 divides by their number
 * @param keepdim leaves reduced dimensions with size 1
 */
public record VarianceOptions(@Nullable List<Integer> dim, Number correction, boolean keepdim) {
  static final VarianceOptions DEFAULT = new VarianceOptions(null, 1, false);

  public VarianceOptions dim(int... dims) {
    return new VarianceOptions(IntStream.of(dims).boxed().toList(), correction, keepdim);
  }

  public VarianceOptions correction(Number value) { return new VarianceOptions(dim, value, keepdim); }

  public VarianceOptions keepdim(boolean on) { return new VarianceOptions(dim, correction, on); }

  long @Nullable [] dims() {
    return dim == null ? null : dim.stream().mapToLong(Integer::longValue).toArray();
  }
}
