package dev.jtorch.nn.activation;

import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;

/** What {@link Hardshrink} and {@link Softshrink} share: the distance from zero within which elements become zero. */
public abstract class Shrinkage<S extends Shrinkage<S>> extends FluentLayer<S> {
  static final double DEFAULT = 0.5;

  private final double lambd;

  Shrinkage(double lambd) {
    this.lambd = lambd;
  }

  /** {@return the distance from zero within which elements become zero} */
  public final double lambd() { return lambd; }

  @Override protected String extraRepr() { return PythonNumbers.repr(lambd); }
}
