package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.Tensor.tensors;

import dev.jtorch.internal.AtenShape;
import java.util.List;

/**
 * Parts of a tensor: pieces, slices, windows, diagonals and triangles. Everything that shares elements with this tensor is
 * called a view. Dimensions count from the end where they are negative.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#indexing-slicing-joining-mutating-ops">Slicing</a>
 */
public sealed interface SplittingOps permits Tensor {
  /** {@return views of so many slices of the first dimension each; the last may have fewer} */
  default List<Tensor> split(long splitSize) {
    return split(splitSize, 0);
  }

  /** {@return views of so many slices of a dimension each; the last may have fewer} */
  default List<Tensor> split(long splitSize, int dim) {
    return tensors(AtenShape.split(handle(this), splitSize, dim));
  }

  /** {@return views of these numbers of slices of the first dimension} */
  default List<Tensor> split(long[] sizes) {
    return split(sizes, 0);
  }

  /**
   * Views of these numbers of slices of a dimension.
   *
   * @throws ShapeException if the numbers do not add up to the size of the dimension
   */
  default List<Tensor> split(long[] sizes, int dim) {
    return tensors(AtenShape.splitWithSizes(handle(this), sizes, dim));
  }

  /** {@return at most so many views of equally many slices of the first dimension; the last may have fewer} */
  default List<Tensor> chunk(long chunks) {
    return chunk(chunks, 0);
  }

  /** {@return at most so many views of equally many slices of a dimension; the last may have fewer} */
  default List<Tensor> chunk(long chunks, int dim) {
    return tensors(AtenShape.chunk(handle(this), chunks, dim));
  }

  /** {@return exactly so many views of the first dimension, whose sizes differ by one at most} */
  default List<Tensor> tensorSplit(long sections) {
    return tensorSplit(sections, 0);
  }

  /** {@return exactly so many views of a dimension, whose sizes differ by one at most} */
  default List<Tensor> tensorSplit(long sections, int dim) {
    return tensors(AtenShape.tensorSplit(handle(this), sections, dim));
  }

  /** {@return views of a dimension, cut before each of these indices} */
  default List<Tensor> tensorSplit(long[] indices, int dim) {
    return tensors(AtenShape.tensorSplit(handle(this), indices, dim));
  }

  /** {@return views of all slices of the first dimension, without it} */
  default List<Tensor> unbind() {
    return unbind(0);
  }

  /** {@return views of all slices of a dimension, without it} */
  default List<Tensor> unbind(int dim) {
    return tensors(AtenShape.unbind(handle(this), dim));
  }

  /**
   * A view of {@code length} slices of a dimension.
   *
   * @throws IndexException if they are not all there
   */
  default Tensor narrow(int dim, long start, long length) {
    return tensor(AtenShape.narrow(handle(this), dim, start, length));
  }

  /**
   * A view of one slice of a dimension, without the dimension.
   *
   * @throws IndexException if there is no such slice
   */
  default Tensor select(int dim, long index) {
    return tensor(AtenShape.select(handle(this), dim, index));
  }

  /** {@return a view of all windows of a dimension; their elements form a new last dimension} */
  default Tensor unfold(int dim, long size, long step) {
    return tensor(AtenShape.unfold(handle(this), dim, size, step));
  }

  /** {@return a view of this tensor's storage with any size and strides, from this tensor's first element on} */
  default Tensor asStrided(long[] size, long[] stride) {
    return tensor(AtenShape.asStrided(handle(this), size, stride, null));
  }

  /** {@return a view of this tensor's storage with any size, strides and offset of the first element} */
  default Tensor asStrided(long[] size, long[] stride, long offset) {
    return tensor(AtenShape.asStrided(handle(this), size, stride, offset));
  }

  /** {@return a view of the diagonal of the first two dimensions} */
  default Tensor diagonal() {
    return diagonal(0, 0, 1);
  }

  /** {@return a view of a diagonal of two dimensions, as the last dimension; a positive offset lies above the main one} */
  default Tensor diagonal(long offset, int dim1, int dim2) {
    return tensor(AtenShape.diagonal(handle(this), offset, dim1, dim2));
  }

  /** {@return the diagonal of a matrix, or the matrix with this vector as diagonal} */
  default Tensor diag() {
    return diag(0);
  }

  /** {@return a diagonal of a matrix, or the matrix with this vector as that diagonal; positive ones lie above the main one} */
  default Tensor diag(long diagonal) {
    return tensor(AtenShape.diag(handle(this), diagonal));
  }

  /** {@return matrices with the last dimension as their diagonals} */
  default Tensor diagEmbed() {
    return diagEmbed(0, -2, -1);
  }

  /** {@return the last dimension laid on a diagonal of two new dimensions} */
  default Tensor diagEmbed(long offset, int dim1, int dim2) {
    return tensor(AtenShape.diagEmbed(handle(this), offset, dim1, dim2));
  }

  /** {@return a copy of the elements on and below the diagonal of the last two dimensions, zeros above} */
  default Tensor tril() {
    return tril(0);
  }

  /** {@return a copy of the elements on and below a diagonal of the last two dimensions, zeros above} */
  default Tensor tril(long diagonal) {
    return tensor(AtenShape.tril(handle(this), diagonal));
  }

  /** Puts zeros above the diagonal of the last two dimensions. */
  default Tensor tril_() {
    return tril_(0);
  }

  /** Puts zeros above a diagonal of the last two dimensions. */
  default Tensor tril_(long diagonal) {
    AtenShape.tril_(handle(this), diagonal);
    return (Tensor) this;
  }

  /** {@return a copy of the elements on and above the diagonal of the last two dimensions, zeros below} */
  default Tensor triu() {
    return triu(0);
  }

  /** {@return a copy of the elements on and above a diagonal of the last two dimensions, zeros below} */
  default Tensor triu(long diagonal) {
    return tensor(AtenShape.triu(handle(this), diagonal));
  }

  /** Puts zeros below the diagonal of the last two dimensions. */
  default Tensor triu_() {
    return triu_(0);
  }

  /** Puts zeros below a diagonal of the last two dimensions. */
  default Tensor triu_(long diagonal) {
    AtenShape.triu_(handle(this), diagonal);
    return (Tensor) this;
  }
}
