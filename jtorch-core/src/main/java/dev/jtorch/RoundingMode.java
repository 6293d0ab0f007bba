package dev.jtorch;

import java.util.Locale;

/** How {@link ArithmeticOps#div(Tensor, RoundingMode)} rounds a quotient. */
public enum RoundingMode {
  /** To zero, as Java divides integers. */
  TRUNC,
  /** Down, as Python's {@code //} does. */
  FLOOR;

  String torchName() { return name().toLowerCase(Locale.ROOT); }
}
