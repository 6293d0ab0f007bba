package dev.jtorch.nn.functional;

import java.util.Locale;

/** Padding of a convolution that follows from its kernel. */
public enum Padding {
  /** So that the output is as large as the input; only for stride 1. */
  SAME,
  /** None. */
  VALID;

  /** {@return PyTorch's word for it} */
  public String torchName() { return name().toLowerCase(Locale.ROOT); }
}
