package dev.jtorch;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Options of variances and standard deviations. */
public final class VarianceOptions extends FluentOptions<VarianceOptions> {
  private @Nullable List<Integer> dim;
  private Number correction = 1;
  private boolean keepdim = false;

  /** The dimensions to reduce; null means all. */
  public VarianceOptions dim(int... dim) {
    return with(o -> o.dim = IntStream.of(dim).boxed().toList());
  }

  public @Nullable List<Integer> dim() { return dim; }

  /** Subtracted from the number of elements in the divisor: 1 is unbiased, 0 divides by their number. */
  public VarianceOptions correction(Number correction) {
    return with(o -> o.correction = correction);
  }

  public Number correction() { return correction; }

  /** Leaves reduced dimensions with size 1. */
  public VarianceOptions keepdim(boolean keepdim) {
    return with(o -> o.keepdim = keepdim);
  }

  public boolean keepdim() { return keepdim; }

  long @Nullable [] dims() {
    return dim == null ? null : dim.stream().mapToLong(Integer::longValue).toArray();
  }
}
