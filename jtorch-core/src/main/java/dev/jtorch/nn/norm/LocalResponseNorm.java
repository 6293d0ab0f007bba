package dev.jtorch.nn.norm;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.LocalResponseOptions;
import java.util.function.UnaryOperator;

/**
 * Weakens each element by its neighbours in the nearest channels.
 *
 * <p>Formula: {@code y = x / (k + alpha · mean(x²))^beta}, with the mean over {@code size} neighbouring channels, zeros beyond the
 * first and the last.
 *
 * <p>Shape: input {@code (N, C, *)} of three or more dimensions; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LocalResponseNorm.html">torch.nn.LocalResponseNorm</a>
 * @see <a href="https://papers.nips.cc/paper/4824">Krizhevsky et al. 2012</a>
 */
public class LocalResponseNorm extends FluentLayer<LocalResponseNorm> {
  private final long size;
  private final LocalResponseOptions options;

  /** Over so many neighbouring channels. */
  public LocalResponseNorm(long size) {
    this(size, o -> o);
  }

  /** A normalisation over {@code size} channels; the numbers stand in PyTorch's order. */
  public LocalResponseNorm(long size, double alpha, double beta, double k) {
    this(size, o -> o.alpha(alpha).beta(beta).k(k));
  }

  /** Over so many neighbouring channels, with options. */
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
