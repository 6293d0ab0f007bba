package dev.jtorch.nn.norm;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.LocalResponseOptions;
import java.util.function.UnaryOperator;

/**
 * Divides each element by a measure of its neighbours in the nearest channels.
 *
 * <p>Formula: {@code y = x / (k + alpha · mean(x²))^beta}, with the mean over {@code size} neighbouring channels;
 * channels beyond the first and the last count as zeros.
 *
 * <p>Shape: input {@code (N, C, *)} of at least three dimensions; the output has the same shape.
 *
 * <pre>{@code
 * var norm = new LocalResponseNorm(2);
 * Tensor y = norm.call(Torch.randn(32, 5, 24, 24)); // (32, 5, 24, 24)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LocalResponseNorm.html">torch.nn.LocalResponseNorm</a>
 * @see <a href="https://papers.nips.cc/paper/4824">Krizhevsky et al. 2012</a>
 */
public class LocalResponseNorm extends FluentLayer<LocalResponseNorm> {
  private final long size;
  private final LocalResponseOptions options;

  /** A normalisation over {@code size} neighbouring channels, with alpha 1e-4, beta 0.75 and k 1. */
  public LocalResponseNorm(long size) {
    this(size, o -> o);
  }

  /** A normalisation over {@code size} neighbouring channels, with its numbers in the order of PyTorch's arguments. */
  public LocalResponseNorm(long size, double alpha, double beta, double k) {
    this(size, o -> o.alpha(alpha).beta(beta).k(k));
  }

  /** A normalisation over {@code size} neighbouring channels, with options. */
  public LocalResponseNorm(long size, UnaryOperator<LocalResponseOptions> with) {
    this.size = size;
    options = configured(new LocalResponseOptions(), with);
  }

  @Override protected Tensor forward(Tensor input) { return F.localResponseNorm(input, size, options); }

  @Override protected String extraRepr() {
    return size + ", alpha=" + PythonNumbers.repr(options.alpha()) + ", beta=" + PythonNumbers.repr(options.beta())
        + ", k=" + PythonNumbers.repr(options.k());
  }
}
