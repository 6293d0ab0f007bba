package dev.jtorch.nn.padding;

import dev.jtorch.Tensor;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.PadMode;

/** What the paddings with the other end's elements share; see {@link PadNd} for the amounts. */
public abstract class CircularPadNd<S extends CircularPadNd<S>> extends PadNd<S> {
  private final int rank;

  CircularPadNd(int rank, long... padding) {
    super(rank, PadMode.CIRCULAR, padding);
    this.rank = rank;
  }

  @Override protected final Tensor forward(Tensor input) {
    Require.rank(input, "(N, C, *) or (C, *)", rank + 1, rank + 2);
    return super.forward(input);
  }
}
