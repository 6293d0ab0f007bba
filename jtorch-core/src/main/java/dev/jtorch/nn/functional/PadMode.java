package dev.jtorch.nn.functional;

import java.util.Locale;

/** What {@code pad} adds. */
public enum PadMode {
  /** One value everywhere. */
  CONSTANT,
  /** The elements beside the border, mirrored at it; the border itself is not repeated. */
  REFLECT,
  /** The element at the border, repeated. */
  REPLICATE,
  /** The elements from the other end. */
  CIRCULAR;

  /** {@return PyTorch's word for it} */
  public String torchName() { return name().toLowerCase(Locale.ROOT); }
}
