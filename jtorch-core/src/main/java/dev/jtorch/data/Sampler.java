package dev.jtorch.data;

import dev.jtorch.internal.ClassNames;

/**
 * The order in which a data set is read; a new iterator is a new pass. {@code list::iterator} is one too.
 *
 * @param <I> {@code Long}, an index, or {@code List<Long>}, the indices of a batch
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.Sampler">torch.utils.data.Sampler</a>
 */
@FunctionalInterface
public interface Sampler<I> extends Iterable<I> {
  /**
   * How many indices or batches a pass yields. A loader needs it only to tell its own size.
   *
   * @throws UnsupportedOperationException if the sampler does not know, which is so unless it overrides this method
   */
  default long size() {
    throw new UnsupportedOperationException(
        ClassNames.of(getClass()) + ": it does not know its size (expected: a sampler"
            + " that overrides size())");
  }
}
