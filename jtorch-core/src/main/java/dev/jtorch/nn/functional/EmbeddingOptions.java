package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import org.jspecify.annotations.Nullable;

/** Options of an embedding. */
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

  /** The largest norm of a row; rows that are looked up and exceed it are scaled down in the table itself; default none. */
  public EmbeddingOptions maxNorm(double maxNorm) {
    return with(o -> o.maxNorm = maxNorm);
  }

  public @Nullable Double maxNorm() { return maxNorm; }

  /** The p of the p-norm that {@code maxNorm} bounds; default 2. */
  public EmbeddingOptions normType(double normType) {
    return with(o -> o.normType = normType);
  }

  public double normType() { return normType; }

  /** Whether the gradient of a row is divided by the number of its look-ups; default false. */
  public EmbeddingOptions scaleGradByFreq(boolean scaleGradByFreq) {
    return with(o -> o.scaleGradByFreq = scaleGradByFreq);
  }

  public boolean scaleGradByFreq() { return scaleGradByFreq; }

  /** Whether the gradient of the table is a sparse tensor; default false. */
  public EmbeddingOptions sparse(boolean sparse) {
    return with(o -> o.sparse = sparse);
  }

  public boolean sparse() { return sparse; }
}
