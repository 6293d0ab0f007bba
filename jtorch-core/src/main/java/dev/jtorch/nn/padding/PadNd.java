package dev.jtorch.nn.padding;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.PadMode;

/**
 * A padding: it adds elements at both ends of the last dimensions.
 *
 * <p>The amounts count from the last dimension: {@code left, right}, then {@code top, bottom}, then
 * {@code front, back}; or they are one number for all. Negative amounts crop.
 *
 * <p>Shape: input {@code (N, C, *)} or {@code (C, *)}; a size L becomes {@code L + left + right}.
 */
public abstract class PadNd<S extends PadNd<S>> extends FluentLayer<S> {
  private final PadMode mode;
  private final Size padding;

  PadNd(int rank, PadMode mode, long... padding) {
    this.mode = mode;
    this.padding = Require.sizes(ClassNames.of(getClass()), "padding", Size.of(padding), 2 * rank);
  }

  @Override protected Tensor forward(Tensor input) { return F.pad(input, padding(), mode); }

  /** {@return the amounts, two for each dimension} */
  public final long[] padding() {
    return padding.toLongArray();
  }

  @Override protected String extraRepr() { return PythonNumbers.tuple(padding()); }
}
