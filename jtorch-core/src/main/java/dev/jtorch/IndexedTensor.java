package dev.jtorch;

import java.util.function.UnaryOperator;

/**
 * The elements of a tensor at an index, to be changed: what Python's {@code x[i]} is to the left of {@code =} or {@code +=}.
 * {@link Tensor#at(Object...)} makes it.
 *
 * <p>{@code x[1] = 2} is {@code x.at(1).set(2)}, {@code x[mask] += 1} is {@code x.at(mask).add_(1)}. Every change returns the
 * whole tensor, and takes part in the graph. A value is broadcast to the elements. As in Python, an arithmetic operator reads
 * the elements, changes them and writes them back, so a position that is listed twice is changed once.
 */
public final class IndexedTensor {
  private final Tensor tensor;
  private final Index[] parts;

  IndexedTensor(Tensor tensor, Index[] parts) {
    this.tensor = tensor;
    this.parts = parts;
  }

  /** {@return the elements, as {@link Tensor#get(Object...)} gives them} */
  public Tensor get() {
    return Indexing.get(tensor, parts);
  }

  /**
   * Writes a number, converted to the tensor's dtype, to all elements.
   *
   * @throws IndexException if a part is out of range
   */
  public Tensor set(Number value) {
    Indexing.set(tensor, value, parts);
    return tensor;
  }

  /** Writes true or false, as 1 or 0 where the tensor's dtype is not bool, to all elements. */
  public Tensor set(boolean value) {
    return set(value ? 1 : 0);
  }

  /**
   * Writes a tensor. It is converted to the tensor's dtype, but where tensors or lists pick the elements it must have that
   * dtype.
   *
   * @throws IndexException if a part is out of range
   * @throws ShapeException if the value's shape does not fit
   */
  public Tensor set(Tensor value) {
    Indexing.set(tensor, value, parts);
    return tensor;
  }

  /** Adds a number: Python's {@code +=}. */
  public Tensor add_(Number value) { return apply_(t -> t.add_(value)); }

  /** Adds a tensor: Python's {@code +=}. */
  public Tensor add_(Tensor value) { return apply_(t -> t.add_(value)); }

  /** Subtracts a number: Python's {@code -=}. */
  public Tensor sub_(Number value) { return apply_(t -> t.sub_(value)); }

  /** Subtracts a tensor: Python's {@code -=}. */
  public Tensor sub_(Tensor value) { return apply_(t -> t.sub_(value)); }

  /** Multiplies by a number: Python's {@code *=}. */
  public Tensor mul_(Number value) {
    return apply_(t -> t.mul_(value));
  }

  /** Multiplies by a tensor: Python's {@code *=}. */
  public Tensor mul_(Tensor value) {
    return apply_(t -> t.mul_(value));
  }

  /** Divides by a number: Python's {@code /=}. */
  public Tensor div_(Number value) {
    return apply_(t -> t.div_(value));
  }

  /** Divides by a tensor: Python's {@code /=}. */
  public Tensor div_(Tensor value) {
    return apply_(t -> t.div_(value));
  }

  /** Raises to a power: Python's {@code **=}. */
  public Tensor pow_(Number exponent) {
    return apply_(t -> t.pow_(exponent));
  }

  /** Raises to powers: Python's {@code **=}. */
  public Tensor pow_(Tensor exponent) {
    return apply_(t -> t.pow_(exponent));
  }

  /** Writes a number to all elements, as {@link #set(Number)}. */
  public Tensor fill_(Number value) {
    return set(value);
  }

  /** Writes 0 to all elements. */
  public Tensor zero_() { return set(0); }

  /** Writes what a function makes of the elements, in place or not: {@code x.at(0).apply_(row -> row.clamp_(0, 1))}. */
  public Tensor apply_(UnaryOperator<Tensor> change) {
    Indexing.change(tensor, change, parts);
    return tensor;
  }
}
