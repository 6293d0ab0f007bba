package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import org.jspecify.annotations.Nullable;

/** How rows of a table are looked up, and how they learn. */
public final class EmbeddingOptions extends FluentOptions<EmbeddingOptions> {
  private @Nullable Long paddingIdx;
  private @Nullable Double maxNorm;
  private double normType = 2;
  private boolean scaleGradByFreq = false;
  private boolean sparse = false;

  /** The row that never gets a gradient, counted from the end where it is negative; default none. */
  public EmbeddingOptions paddingIdx(long paddingIdx) {
    return with(o -> o.paddingIdx = paddingIdx);
  }

  public @Nullable Long paddingIdx() { return paddingIdx; }

  /** Rows that are looked up and longer than this are shortened to it, in the table itself; default none. */
  public EmbeddingOptions maxNorm(double maxNorm) {
    return with(o -> o.maxNorm = maxNorm);
  }

  public @Nullable Double maxNorm() { return maxNorm; }

  /** The p of the p-norm that {@code maxNorm} means; default 2. */
  public EmbeddingOptions normType(double normType) {
    return with(o -> o.normType = normType);
  }

  public double normType() { return normType; }

  /** Divides a row's gradient by how often the row was looked up; default false. */
  public EmbeddingOptions scaleGradByFreq(boolean scaleGradByFreq) {
    return with(o -> o.scaleGradByFreq = scaleGradByFreq);
  }

  public boolean scaleGradByFreq() { return scaleGradByFreq; }

  /** Makes the table's gradient a sparse tensor; default false. */
  public EmbeddingOptions sparse(boolean sparse) {
    return with(o -> o.sparse = sparse);
  }

  public boolean sparse() { return sparse; }
}
