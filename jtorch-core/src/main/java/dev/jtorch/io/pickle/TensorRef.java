package dev.jtorch.io.pickle;

/**
 * A tensor: a strided view of a storage. Always inside its storage; equal to itself only, as tensors are in Python.
 *
 * @param storage where the elements are
 * @param offset index of the first element in the storage
 * @param size length of each dimension
 * @param stride step of each dimension in elements; 0 for an expanded one
 * @param requiresGrad whether autograd records it
 * @param isParameter whether it was saved as {@code nn.Parameter}
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays cannot spoil equals, which is identity
public record TensorRef(
    StorageRef storage, long offset, long[] size, long[] stride, boolean requiresGrad, boolean isParameter) {
  static final int MAX_DIMENSIONS = 64;

  /** Checks that no element lies outside the storage. */
  public TensorRef {
    if (size.length != stride.length || size.length > MAX_DIMENSIONS)
      throw new MalformedPickle("tensor has " + size.length + " sizes and " + stride.length
          + " strides (expected: as many of each, at most " + MAX_DIMENSIONS + ")");
    if (requiresGrad && !storage.type().isDifferentiable())
      throw new MalformedPickle("tensor of " + storage.type().pythonName()
          + " requires grad (expected: only floating point and complex ones do)");
    long needed = elementsNeeded(offset, size, stride);
    if (needed > storage.numel())
      throw new MalformedPickle("tensor reaches past its storage " + storage.key() + " of " + storage.numel()
          + " elements (expected: at least " + needed + ")");
  }

  /** {@return the same tensor as a parameter} */
  public TensorRef asParameter(boolean requiresGrad) {
    return new TensorRef(storage, offset, size, stride, requiresGrad, true);
  }

  @Override public boolean equals(Object other) { return this == other; }

  @Override public int hashCode() { return System.identityHashCode(this); }

  private static long elementsNeeded(long offset, long[] size, long[] stride) {
    long last = nonNegative(offset);
    long numel = 1;
    try {
      for (int i = 0; i < size.length; i++) {
        numel = Math.multiplyExact(numel, nonNegative(size[i]));
        last = Math.addExact(last, Math.multiplyExact(Math.max(0, size[i] - 1), nonNegative(stride[i])));
      }
      return numel == 0 ? 0 : Math.addExact(last, 1);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  private static long nonNegative(long value) {
    if (value < 0) throw new MalformedPickle("tensor has the negative offset, size or stride " + value);
    return value;
  }
}
