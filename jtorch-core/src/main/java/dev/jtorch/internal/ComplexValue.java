package dev.jtorch.internal;

/** What a Java number must offer to become a complex native scalar. */
public interface ComplexValue {
  double real();

  double imag();
}
