package dev.jtorch.nn.functional;

import java.util.Locale;

/** How {@code gelu} computes the normal distribution function. */
public enum GeluApproximation {
  /** By the error function. */
  NONE,
  /** By {@code 0.5 (1 + tanh(√(2/π) (x + 0.044715 x³)))}. */
  TANH;

  /** {@return PyTorch's word for it} */
  public String torchName() { return name().toLowerCase(Locale.ROOT); }
}
