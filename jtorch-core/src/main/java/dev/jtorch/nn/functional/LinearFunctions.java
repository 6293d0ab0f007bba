package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.handleOrNull;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.IndexException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.Tuned;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Affine and bilinear maps, rows of tables, and similarity.
 *
 * <pre>{@code
 * Tensor y = F.linear(Torch.randn(128, 20), Torch.randn(30, 20)); // (128, 30)
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#linear-functions">Linear functions</a>
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#sparse-functions">Sparse functions</a>
 */
abstract sealed class LinearFunctions extends ActivationFunctions permits ConvolutionFunctions {
  LinearFunctions() {}

  /** {@return {@code x Aᵀ}} */
  public static Tensor linear(Tensor input, Tensor weight) {
    return linear(input, weight, null);
  }

  /**
   * {@return {@code x Aᵀ + b}}
   *
   * @param input of shape {@code (*, in)}
   * @param weight of shape {@code (out, in)} or {@code (in)}
   * @param bias of shape {@code (out)} or {@code ()}; may be null
   * @throws dev.jtorch.ShapeException if the shapes do not fit
   */
  public static Tensor linear(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return tensor(Tuned.linear(handle(input), handle(weight), handleOrNull(bias)));
  }

  /** {@return {@code x1ᵀ A x2}} */
  public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight) {
    return bilinear(input1, input2, weight, null);
  }

  /**
   * {@return {@code x1ᵀ A x2 + b}}
   *
   * @param input1 of shape {@code (*, in1)}
   * @param input2 of shape {@code (*, in2)}
   * @param weight of shape {@code (out, in1, in2)}
   * @param bias of shape {@code (out)}; may be null
   * @throws dev.jtorch.ShapeException if the shapes do not fit
   */
  public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, @Nullable Tensor bias) {
    return tensor(AtenNN.bilinear(handle(input1), handle(input2), handle(weight), handleOrNull(bias)));
  }

  /** {@return one-hot vectors of int64 class numbers; there are as many classes as the largest number asks for} */
  public static Tensor oneHot(Tensor input) {
    return oneHot(input, -1);
  }

  /**
   * {@return one-hot vectors, int64 of shape {@code (*, numClasses)}, of int64 class numbers of shape {@code (*)}}
   *
   * @throws dev.jtorch.TorchException if a number is negative or not below {@code numClasses}
   */
  public static Tensor oneHot(Tensor input, long numClasses) {
    return tensor(AtenNN.oneHot(handle(input), numClasses));
  }

  /** {@return the cosine of the angle between vectors along dimension 1} */
  public static Tensor cosineSimilarity(Tensor x1, Tensor x2) {
    return cosineSimilarity(x1, x2, 1);
  }

  /** {@return the cosine of the angle between vectors along a dimension, with an eps of 1e-8} */
  public static Tensor cosineSimilarity(Tensor x1, Tensor x2, int dim) {
    return cosineSimilarity(x1, x2, dim, 1e-8);
  }

  /**
   * {@return the cosine of the angle between vectors along a dimension: {@code x1 · x2 / (max(‖x1‖, eps) max(‖x2‖, eps))}}
   *
   * @throws dev.jtorch.ShapeException if neither shape can be broadcast to the other
   */
  public static Tensor cosineSimilarity(Tensor x1, Tensor x2, int dim, double eps) {
    return tensor(AtenNN.cosineSimilarity(handle(x1), handle(x2), dim, eps));
  }

  private static final long NO_PADDING = -1;
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
