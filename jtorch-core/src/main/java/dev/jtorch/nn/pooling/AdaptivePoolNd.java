package dev.jtorch.nn.pooling;

import dev.jtorch.Size;
import dev.jtorch.nn.FluentLayer;

/**
 * An adaptive pooling: it divides each dimension into windows whose number, not size, is given.
 *
 * <p>Formula: window i of n covers the elements from {@code ⌊i L / n⌋} up to but without {@code ⌈(i + 1) L / n⌉}, so
 * windows may overlap.
 *
 * <p>Shape: input {@code (N, C, *)} or {@code (C, *)}, output {@code (N, C, *outputSize)} or {@code (C, *outputSize)}.
 */
public abstract class AdaptivePoolNd<S extends AdaptivePoolNd<S>> extends FluentLayer<S> {
  private final Size outputSize;

  AdaptivePoolNd(long... outputSize) {
    this.outputSize = Size.of(outputSize);
  }

  /** {@return the output's sizes, one number for all dimensions or one for each} */
  public final long[] outputSize() {
    return outputSize.toLongArray();
  }

  @Override protected String extraRepr() { return "output_size=" + SizeText.of(outputSize); }
}
