package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.Tensor.tensors;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenShape;
import java.util.List;

/**
 * Other shapes, orders and sizes of the same elements, and parts of a tensor: pieces, slices, windows, diagonals and triangles.
 * Dimensions count from the end where they are negative.
 *
 * <p>A <em>view</em> shares its elements with this tensor: a change of one shows in the other.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/tensor_view.html">Tensor views</a>
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#indexing-slicing-joining-mutating-ops">Slicing</a>
 */
public sealed interface ShapeOps permits Tensor {
  /**
   * A view of another shape; one size may be -1 and follows from the others.
   *
   * @throws ShapeException if the number of elements differs, or the strides do not allow it: use {@link #reshape} then
   */
  default Tensor view(long... size) {
    return tensor(AtenShape.view(handle(this), size));
  }

  /** The same as {@link #view(long...)}, with a size that another tensor has: {@code x.view(y.shape())}. */
  default Tensor view(Size size) {
    return view(required(size, "size").toLongArray());
  }

  /** {@return a view of the same bytes as elements of another type} */
  default Tensor view(DType dtype) {
    return tensor(AtenShape.view(handle(this), required(dtype, "dtype").code()));
  }

  /** {@return a view of the shape of another tensor} */
  default Tensor viewAs(Tensor other) {
    return view(required(other, "other").shape().toLongArray());
  }

  /**
   * Another shape: a view where the strides allow it, else a copy. One size may be -1 and follows from the others.
   *
   * @throws ShapeException if the number of elements differs
   */
  default Tensor reshape(long... shape) {
    return tensor(AtenShape.reshape(handle(this), shape));
  }

  /** The same as {@link #reshape(long...)}, with a size that another tensor has: {@code x.reshape(y.shape())}. */
  default Tensor reshape(Size shape) {
    return reshape(required(shape, "shape").toLongArray());
  }

  /** {@return the shape of another tensor: a view where the strides allow it, else a copy} */
  default Tensor reshapeAs(Tensor other) {
    return reshape(required(other, "other").shape().toLongArray());
  }

  /** {@return all dimensions made one} */
  default Tensor flatten() {
    return flatten(0, -1);
  }

  /** {@return the dimensions from {@code start} on made one} */
  default Tensor flatten(int start) {
    return flatten(start, -1);
  }

  /** {@return the dimensions from {@code start} to {@code end}, both included, made one} */
  default Tensor flatten(int start, int end) {
    return tensor(AtenShape.flatten(handle(this), start, end));
  }

  /** {@return a view with one dimension made several; one size may be -1} */
  default Tensor unflatten(int dim, long... sizes) {
    return tensor(AtenShape.unflatten(handle(this), dim, sizes));
  }

  /** {@return all dimensions made one: a view where that is possible} */
  default Tensor ravel() {
    return tensor(AtenShape.ravel(handle(this)));
  }

  /** {@return a view with the dimensions in this order} */
  default Tensor permute(int... dims) {
    return tensor(AtenShape.permute(handle(this), Dims.longs(dims)));
  }

  /** {@return a view with two dimensions exchanged} */
  default Tensor transpose(int dim0, int dim1) {
    return tensor(AtenShape.transpose(handle(this), dim0, dim1));
  }

  /** Exchanges two dimensions of this tensor, whose elements stay where they are. */
  default Tensor transpose_(int dim0, int dim1) {
    AtenShape.transpose_(handle(this), dim0, dim1);
    return (Tensor) this;
  }

  /** {@return a view with two dimensions exchanged; the same as {@link #transpose}} */
  default Tensor swapaxes(int axis0, int axis1) {
    return transpose(axis0, axis1);
  }

  /** {@return a view with two dimensions exchanged; the same as {@link #transpose}} */
  default Tensor swapdims(int dim0, int dim1) {
    return transpose(dim0, dim1);
  }

  /**
   * A matrix transposed, as a view; a vector or a scalar as it is.
   *
   * @throws ShapeException if there are more than two dimensions
   */
  default Tensor t() {
    return tensor(AtenShape.t(handle(this)));
  }

  /** Transposes this matrix, whose elements stay where they are. */
  default Tensor t_() {
    AtenShape.t_(handle(this));
    return (Tensor) this;
  }

  /** {@return a view with all dimensions in reverse order} */
  default Tensor T() {
    int n = ((Tensor) this).dim();
    var reversed = new int[n];
    for (int i = 0; i < n; i++) reversed[i] = n - 1 - i;
    return permute(reversed);
  }

  /**
   * A view of a matrix with rows and columns swapped, conjugated where it is complex.
   *
   * @throws ShapeException if the tensor has other than two dimensions, or none
   */
  default Tensor H() {
    int n = ((Tensor) this).dim();
    if (n != 0 && n != 2) {
      throw new ShapeException("tensor.H is only supported on matrices (2-D tensors). Got " + n
          + "-D tensor. For batches of matrices, consider using tensor.mH");
    }
    return n == 0 ? ((Tensor) this).conj() : adjoint();
  }

  /** {@return a view with the last two dimensions exchanged} */
  default Tensor mT() {
    return tensor(AtenShape.mT(handle(this)));
  }

  /** {@return the last two dimensions exchanged and the elements conjugated} */
  default Tensor mH() {
    return tensor(AtenShape.mH(handle(this)));
  }

  /** {@return the last two dimensions exchanged and the elements conjugated; the same as {@link #mH}} */
  default Tensor adjoint() {
    return tensor(AtenShape.adjoint(handle(this)));
  }

  /** {@return a view with one dimension moved to another place} */
  default Tensor movedim(int source, int destination) {
    return movedim(new int[] {source}, new int[] {destination});
  }

  /** {@return a view with dimensions moved to other places} */
  default Tensor movedim(int[] source, int[] destination) {
    return tensor(AtenShape.movedim(handle(this), Dims.longs(required(source, "source")),
        Dims.longs(required(destination, "destination"))));
  }

  /** {@return a view without the dimensions of size 1} */
  default Tensor squeeze() {
    return tensor(AtenShape.squeeze(handle(this)));
  }

  /** {@return a view without this dimension if its size is 1, else a view as it is} */
  default Tensor squeeze(int dim) {
    return tensor(AtenShape.squeeze(handle(this), dim));
  }

  /** {@return a view without those of these dimensions whose size is 1} */
  default Tensor squeeze(int[] dims) {
    return tensor(AtenShape.squeeze(handle(this), Dims.longs(dims)));
  }

  /** Drops the dimensions of size 1. */
  default Tensor squeeze_() {
    AtenShape.squeeze_(handle(this));
    return (Tensor) this;
  }

  /** Drops this dimension if its size is 1. */
  default Tensor squeeze_(int dim) {
    AtenShape.squeeze_(handle(this), dim);
    return (Tensor) this;
  }

  /**
   * A view with a new dimension of size 1 at this place.
   *
   * @throws IndexException if the place is not in {@code [-(dim() + 1), dim()]}
   */
  default Tensor unsqueeze(int dim) {
    return tensor(AtenShape.unsqueeze(handle(this), dim));
  }

  /** Puts a new dimension of size 1 at this place. */
  default Tensor unsqueeze_(int dim) {
    AtenShape.unsqueeze_(handle(this), dim);
    return (Tensor) this;
  }

  /**
   * A view in which dimensions of size 1 repeat their elements up to these sizes; -1 leaves a dimension. New dimensions come
   * in front.
   *
   * @throws ShapeException if a dimension of another size than 1 would change
   */
  default Tensor expand(long... size) {
    return tensor(AtenShape.expand(handle(this), size, false));
  }

  /** The same as {@link #expand(long...)}, with a size that another tensor has: {@code x.expand(y.shape())}. */
  default Tensor expand(Size size) {
    return expand(required(size, "size").toLongArray());
  }

  /** {@return a view expanded to the shape of another tensor} */
  default Tensor expandAs(Tensor other) {
    return expand(required(other, "other").shape().toLongArray());
  }

  /** {@return a view expanded to this shape; the same as {@link #expand}} */
  default Tensor broadcastTo(long... size) {
    return expand(size);
  }

  /** The same as {@link #broadcastTo(long...)}, with a size that another tensor has: {@code x.broadcastTo(y.shape())}. */
  default Tensor broadcastTo(Size size) {
    return broadcastTo(required(size, "size").toLongArray());
  }

  /** {@return copies side by side, so many in each dimension; new dimensions come in front} */
  default Tensor repeat(long... repeats) {
    return tensor(AtenShape.repeat(handle(this), repeats));
  }

  /** The same as {@link #repeat(long...)}, with a size that another tensor has: {@code x.repeat(y.shape())}. */
  default Tensor repeat(Size repeats) {
    return repeat(required(repeats, "repeats").toLongArray());
  }

  /** {@return copies side by side; like {@link #repeat}, but too few numbers mean the last dimensions} */
  default Tensor tile(long... dims) {
    return tensor(AtenShape.tile(handle(this), dims));
  }

  /** {@return every element so many times, flattened} */
  default Tensor repeatInterleave(long repeats) {
    return tensor(AtenShape.repeatInterleave(handle(this), repeats, null, null));
  }

  /** {@return every slice of a dimension so many times} */
  default Tensor repeatInterleave(long repeats, int dim) {
    return tensor(AtenShape.repeatInterleave(handle(this), repeats, (long) dim, null));
  }

  /** {@return every element as often as {@code repeats} says for it, flattened} */
  default Tensor repeatInterleave(Tensor repeats) {
    return tensor(AtenShape.repeatInterleave(handle(this), handle(repeats), null, null));
  }

  /** {@return every slice of a dimension as often as {@code repeats} says for it} */
  default Tensor repeatInterleave(Tensor repeats, int dim) {
    return tensor(AtenShape.repeatInterleave(handle(this), handle(repeats), (long) dim, null));
  }

  /** {@return a copy with the order in these dimensions reversed} */
  default Tensor flip(int... dims) {
    return tensor(AtenShape.flip(handle(this), Dims.longs(dims)));
  }

  /** {@return a copy with the order of the columns reversed} */
  default Tensor fliplr() {
    return tensor(AtenShape.fliplr(handle(this)));
  }

  /** {@return a copy with the order of the rows reversed} */
  default Tensor flipud() {
    return tensor(AtenShape.flipud(handle(this)));
  }

  /** {@return the elements moved on in row-major order, those pushed out coming in again in front} */
  default Tensor roll(long shift) {
    return tensor(AtenShape.roll(handle(this), new long[] {shift}, new long[0]));
  }

  /** {@return the slices of a dimension moved on, those pushed out coming in again in front} */
  default Tensor roll(long shift, int dim) {
    return tensor(AtenShape.roll(handle(this), new long[] {shift}, new long[] {dim}));
  }

  /** {@return the slices of several dimensions moved on, those pushed out coming in again in front} */
  default Tensor roll(long[] shifts, int... dims) {
    return tensor(AtenShape.roll(handle(this), shifts, Dims.longs(dims)));
  }

  /** {@return the plane of the first two dimensions turned by 90 degrees, the first towards the second} */
  default Tensor rot90() {
    return rot90(1, 0, 1);
  }

  /** {@return the plane of two dimensions turned by so many times 90 degrees, the first towards the second} */
  default Tensor rot90(long turns, int dim0, int dim1) {
    return tensor(AtenShape.rot90(handle(this), turns, new long[] {dim0, dim1}));
  }

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
