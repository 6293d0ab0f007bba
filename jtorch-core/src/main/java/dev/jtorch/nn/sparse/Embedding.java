package dev.jtorch.nn.sparse;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.IndexException;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.EmbeddingOptions;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;

/**
 * A table of vectors that are looked up by their index.
 *
 * <p>Formula: {@code y = weight[x]}
 *
 * <p>Shape: input int64 or int32 {@code (*)}, output {@code (*, embeddingDim)}.
 *
 * <p>Initial values: normal of mean 0 and variance 1; the row {@code paddingIdx} 0.
 *
 * <pre>{@code
 * var embedding = new Embedding(10, 3); // 10 vectors of 3 elements
 * Tensor words = Torch.tensor(new long[][] {{1, 2, 4, 5}, {4, 3, 2, 9}});
 * Tensor y = embedding.call(words); // (2, 4, 3)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Embedding.html">torch.nn.Embedding</a>
 */
public class Embedding extends FluentLayer<Embedding> {
  private final EmbeddingOptions options;
  /** Learnable vectors, shape {@code (numEmbeddings, embeddingDim)}. */
  public Parameter weight;

  /**
   * A table of {@code numEmbeddings} vectors of {@code embeddingDim} elements.
   *
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public Embedding(long numEmbeddings, long embeddingDim) {
    this(numEmbeddings, embeddingDim, o -> o);
  }

  /**
   * A table whose row {@code paddingIdx} is zero and does not learn.
   *
   * @throws IndexException if there is no row {@code paddingIdx}
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public Embedding(long numEmbeddings, long embeddingDim, long paddingIdx) {
    this(numEmbeddings, embeddingDim, o -> o.paddingIdx(paddingIdx));
  }

  /**
   * A table of {@code numEmbeddings} vectors of {@code embeddingDim} elements, with options.
   *
   * @throws IndexException if there is no row {@code paddingIdx}
   * @throws dev.jtorch.TorchException if a size is negative
   */
  public Embedding(long numEmbeddings, long embeddingDim, UnaryOperator<EmbeddingOptions> with) {
    Require.notNegative(ClassNames.of(getClass()), "numEmbeddings", numEmbeddings);
    Require.notNegative(ClassNames.of(getClass()), "embeddingDim", embeddingDim);
    options = placed(configured(new EmbeddingOptions(), with), numEmbeddings);
    weight = new Parameter(Torch.empty(numEmbeddings, embeddingDim));
    draw();
  }

  private Embedding(Parameter weight, EmbeddingOptions options) {
    this.options = placed(options, weight.size(0));
    this.weight = weight;
  }

  /** {@return a table of these vectors, of shape {@code (numEmbeddings, embeddingDim)}, which do not learn} */
  public static Embedding fromPretrained(Tensor embeddings) {
    return fromPretrained(embeddings, true, o -> o);
  }

  /**
   * {@return a table of these vectors, with options}
   *
   * @param freeze whether the vectors stay as they are, instead of learning
   * @throws ShapeException if the vectors are not a matrix
   */
  public static Embedding fromPretrained(Tensor embeddings, boolean freeze, UnaryOperator<EmbeddingOptions> with) {
    if (embeddings.dim() != 2) throw new ShapeException("Embeddings parameter is expected to be 2-dimensional");
    Parameter weight = freeze ? Parameter.frozen(embeddings) : new Parameter(embeddings);
    return new Embedding(weight, configured(new EmbeddingOptions(), with));
  }

  /** The options with the padding's row counted from the start. */
  private static EmbeddingOptions placed(EmbeddingOptions options, long rows) {
    Long index = options.paddingIdx();
    if (index == null) return options;
    if (index >= rows || index < -rows) throw new IndexException("Padding_idx must be within num_embeddings");
    return index < 0 ? options.paddingIdx(index + rows) : options;
  }

  @Override public void resetParameters() { draw(); }

  private void draw() {
    Init.normal_(weight);
    Long padding = options.paddingIdx();
    if (padding != null) Init.zeros_(weight.detach().select(0, padding));
  }

  @Override protected Tensor forward(Tensor input) { return F.embedding(input, weight, options); }

  /** {@return the number of vectors} */
  public final long numEmbeddings() {
    return weight.size(0);
  }

  /** {@return the number of elements of each vector} */
  public final long embeddingDim() {
    return weight.size(1);
  }

  /** {@return the layer's settings; the padding's row is counted from the start} */
  public final EmbeddingOptions options() {
    return options;
  }

  @Override protected String extraRepr() {
    EmbeddingOptions o = options;
    Double maxNorm = o.maxNorm();
    return numEmbeddings() + ", " + embeddingDim() + (o.paddingIdx() == null ? "" : ", padding_idx=" + o.paddingIdx())
        + (maxNorm == null ? "" : ", max_norm=" + PythonNumbers.repr(maxNorm))
        + (o.normType() == 2 ? "" : ", norm_type=" + PythonNumbers.repr(o.normType()))
        + (o.scaleGradByFreq() ? ", scale_grad_by_freq=True" : "") + (o.sparse() ? ", sparse=True" : "");
  }
}
