package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.IndexException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.AtenNN;
import java.util.function.UnaryOperator;

/**
 * Rows of a table.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#sparse-functions">Sparse functions</a>
 */
abstract sealed class FEmbedding extends FShuffle permits FLoss {
  private static final long NO_PADDING = -1;

  FEmbedding() {}

  /** {@return the rows of a table that have these numbers} */
  public static Tensor embedding(Tensor input, Tensor weight) {
    return embedding(input, weight, new EmbeddingOptions());
  }

  /**
   * {@return the rows of a table that have these numbers}
   *
   * @param input row numbers, int64 or int32 of shape {@code (*)}
   * @param weight the table, of shape {@code (rows, columns)}; the result is {@code (*, columns)}
   * @throws IndexException if there is no such row, for an input or for the padding
   */
  public static Tensor embedding(Tensor input, Tensor weight, UnaryOperator<EmbeddingOptions> with) {
    return embedding(input, weight, configured(new EmbeddingOptions(), with));
  }

  /** {@link #embedding(Tensor, Tensor, UnaryOperator)} with ready options. */
  public static Tensor embedding(Tensor input, Tensor weight, EmbeddingOptions o) {
    Long named = required(o, "o").paddingIdx();
    long padding = named == null ? NO_PADDING : paddingRow(named, required(weight, "weight").size(0));
    Double maxNorm = o.maxNorm();
    Tensor rows =
        maxNorm == null ? input : shorten(weight, required(input, "input").contiguous(), maxNorm, o.normType());
    return tensor(AtenNN.embedding(handle(weight), handle(rows), padding, o.scaleGradByFreq(), o.sparse()));
  }

  private static Tensor shorten(Tensor weight, Tensor rows, double maxNorm, double normType) {
    try (var outside = Torch.noGrad()) {
      AtenNN.embeddingRenorm_(handle(weight), handle(rows), maxNorm, normType);
    }
    return rows;
  }

  private static long paddingRow(long index, long rows) {
    if (index >= rows || index < -rows) throw new IndexException("Padding_idx must be within num_embeddings");
    return index < 0 ? index + rows : index;
  }
}
