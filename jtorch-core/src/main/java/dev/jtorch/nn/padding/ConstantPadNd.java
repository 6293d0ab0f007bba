package dev.jtorch.nn.padding;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.PadMode;

/** What the paddings with one value share; see {@link PadNd} for the amounts. */
public abstract class ConstantPadNd<S extends ConstantPadNd<S>> extends PadNd<S> {
  private final double value;

  ConstantPadNd(int rank, double value, long... padding) {
    super(rank, PadMode.CONSTANT, padding);
    this.value = value;
  }

  @Override protected final Tensor forward(Tensor input) { return F.pad(input, padding(), value); }

  @Override protected String extraRepr() {
    return "padding=" + PythonNumbers.tuple(padding()) + ", value=" + PythonNumbers.repr(value);
  }
}
