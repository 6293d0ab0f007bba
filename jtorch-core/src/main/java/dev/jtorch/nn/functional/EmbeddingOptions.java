package dev.jtorch.nn.functional;

import org.jspecify.annotations.Nullable;

/**
 * How rows of a table are looked up, and how they learn.
 *
 * @param paddingIdx the row that never gets a gradient, counted from the end where it is negative; none at first
 * @param maxNorm rows that are looked up and longer than this are shortened to it, in the table itself; none at first
 * @param normType the p of the p-norm that {@code maxNorm} means; 2 at first
 * @param scaleGradByFreq divides a row's gradient by how often the row was looked up; false at first
 * @param sparse makes the table's gradient a sparse tensor; false at first
 */
public record EmbeddingOptions(@Nullable Long paddingIdx, @Nullable Double maxNorm, double normType,
    boolean scaleGradByFreq, boolean sparse) {
  /** PyTorch's defaults. */
  public static final EmbeddingOptions DEFAULT = new EmbeddingOptions(null, null, 2, false, false);

  /** {@return these options with a row that never gets a gradient} */
  public EmbeddingOptions paddingIdx(long row) {
    return new EmbeddingOptions(row, maxNorm, normType, scaleGradByFreq, sparse);
  }

  /** {@return these options with a greatest norm of the rows that are looked up} */
  public EmbeddingOptions maxNorm(double norm) {
    return new EmbeddingOptions(paddingIdx, norm, normType, scaleGradByFreq, sparse);
  }

  /** {@return these options with another norm} */
  public EmbeddingOptions normType(double p) {
    return new EmbeddingOptions(paddingIdx, maxNorm, p, scaleGradByFreq, sparse);
  }

  /** {@return these options with gradients divided by how often a row was looked up, or not} */
  public EmbeddingOptions scaleGradByFreq(boolean on) {
    return new EmbeddingOptions(paddingIdx, maxNorm, normType, on, sparse);
  }

  /** {@return these options with a sparse gradient, or a dense one} */
  public EmbeddingOptions sparse(boolean on) {
    return new EmbeddingOptions(paddingIdx, maxNorm, normType, scaleGradByFreq, on);
  }
}
