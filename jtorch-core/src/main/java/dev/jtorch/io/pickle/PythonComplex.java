package dev.jtorch.io.pickle;

/**
 * Python's complex number.
 *
 * @param re real part
 * @param im imaginary part
 */
public record PythonComplex(double re, double im) {}
