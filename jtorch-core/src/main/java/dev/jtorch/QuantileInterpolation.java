package dev.jtorch;

import java.util.Locale;

/** What a quantile is that lies between two elements. */
public enum QuantileInterpolation {
  /** Between them, as far as the quantile is. */
  LINEAR,
  /** The smaller one. */
  LOWER,
  /** The greater one. */
  HIGHER,
  /** Halfway between them. */
  MIDPOINT,
  /** The nearer one. */
  NEAREST;

  String torchName() { return name().toLowerCase(Locale.ROOT); }
}
