package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handles;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenIndexing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's brackets: {@code x[0, 1:3]} is {@code x.get(0, slice(1, 3))} or {@code x.get("0, 1:3")}, and {@code x[1] = 2} is
 * {@code x.at(1).set(2)}.
 *
 * <p>What stands between Python's brackets stands between the parentheses:
 *
 * <table>
 * <caption>Parts of an index</caption>
 * <tr><th>Python</th><th>Java</th></tr>
 * <tr><td>{@code 0}, {@code -1}</td><td>the same</td></tr>
 * <tr><td>{@code 1:3}, {@code :3}, {@code 5:}, {@code ::2}</td>
 * <td>{@code slice(1, 3)}, {@code slice(null, 3)}, {@code slice(5, null)}, {@code slice(null, null, 2)}</td></tr>
 * <tr><td>{@code :}, {@code ...}, {@code None}</td><td>{@link Index#ALL}, {@link Index#ELLIPSIS}, {@link Index#NEWAXIS}</td></tr>
 * <tr><td>a tensor of integers or bools</td><td>the same</td></tr>
 * <tr><td>{@code [0, 2]}, {@code [True, False]}</td><td>a {@link List} or array of these</td></tr>
 * <tr><td>{@code True}, {@code False}</td><td>{@code true}, {@code false}</td></tr>
 * </table>
 *
 * <p>Positions, slices, new axes and ellipses give a view; a mask or a list of positions gives a copy. Where a slice stands
 * between two tensors, the dimension that they pick comes first, as in NumPy. Reading and writing take part in the graph.
 *
 * <p>The functions {@code gather}, {@code scatter}, {@code indexSelect} and so on pick, put and fill elements by tensors of positions
 * and masks. Positions are int64 (or int32 where PyTorch takes it) and not negative, except where a method says so.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#indexing-slicing-joining-mutating-ops">Indexing</a>
 */
public sealed interface IndexingOps permits Tensor {
  /**
   * A view at a position of the first dimension, which disappears.
   *
   * @param position counted from the end where it is negative
   * @throws IndexException if it is out of range, or if there are no dimensions
   */
  default Tensor get(long position) {
    Tensor self = (Tensor) this;
    // this is what loops over a batch ask for, so it goes straight to the operator
    return self.dim() > 0 ? Indexing.row(self, position) : Indexing.get(self, Index.at(position));
  }

  /** A view at positions of the first two dimensions. See {@link #get(Object...)}. */
  default Tensor get(long first, long second) {
    return Indexing.get((Tensor) this, Index.at(first), Index.at(second));
  }

  /** A view at positions of the first three dimensions. See {@link #get(Object...)}. */
  default Tensor get(long first, long second, long third) {
    return Indexing.get((Tensor) this, Index.at(first), Index.at(second), Index.at(third));
  }

  /**
   * The elements at an index: Python's {@code x[..]}.
   *
   * @param parts numbers, {@link Index}, tensors, lists and booleans, as the table above has them; null is a new axis
   * @throws IndexException if a part is out of range, if the parts name more dimensions than there are, or if a part is of
   *     another type
   * @throws ShapeException if a mask's shape is not that of the dimensions it stands for
   */
  default Tensor get(@Nullable Object... parts) { return Indexing.get((Tensor) this, Indexing.parts(parts)); }

  /**
   * The elements at an index as Python writes it between brackets: {@code x.get("..., 0:2")}.
   *
   * @param index the parts, separated by commas
   * @param arguments what stands in the places of {@code {}}: {@code x.get("{}, ::2", mask)}
   * @throws IndexException if the text is no index, if a part is out of range, or if the parts name more dimensions than there
   *     are
   */
  default Tensor get(String index, @Nullable Object... arguments) {
    return Indexing.get((Tensor) this, IndexText.parts(index, arguments));
  }

  /**
   * The elements at an index, to be changed: {@code x[0, 1:3] = 5} is {@code x.at(0, slice(1, 3)).set(5)}, and
   * {@code x[mask] += 1} is {@code x.at(mask).add_(1)}.
   *
   * @param parts as in {@link #get(Object...)}
   * @throws IndexException if a part is of a type that is no index; what is out of range is refused when it is used
   */
  default IndexedTensor at(@Nullable Object... parts) {
    return new IndexedTensor((Tensor) this, Indexing.parts(parts));
  }

  /**
   * The elements at an index as Python writes it between brackets, to be changed: {@code x.at("..., 0:2").set(5)}.
   *
   * @param index the parts, separated by commas
   * @param arguments what stands in the places of {@code {}}
   * @throws IndexException if the text is no index
   */
  default IndexedTensor at(String index, @Nullable Object... arguments) {
    return new IndexedTensor((Tensor) this, IndexText.parts(index, arguments));
  }

  /** {@return a copy with values written to the positions that one tensor for each of the first dimensions lists} */
  default Tensor indexPut(List<? extends Tensor> indices, Tensor values, boolean accumulate) {
    return tensor(AtenIndexing.indexPut(handle(this), handles(indices), handle(values), accumulate));
  }

  /** Writes values to the positions that one tensor for each of the first dimensions lists. */
  default Tensor indexPut_(List<? extends Tensor> indices, Tensor values) {
    return indexPut_(indices, values, false);
  }

  /**
   * Writes or adds values to the positions that one tensor for each of the first dimensions lists.
   *
   * @param accumulate adds, also where a position comes more than once
   */
  default Tensor indexPut_(List<? extends Tensor> indices, Tensor values, boolean accumulate) {
    AtenIndexing.indexPut_(handle(this), handles(indices), handle(values), accumulate);
    return (Tensor) this;
  }

  /**
   * Elements picked along a dimension: {@code out[i][j][k] = this[index[i][j][k]][j][k]} for dimension 0.
   *
   * <p>Shape: that of {@code index}, which has as many dimensions as this tensor and, but for {@code dim}, no greater ones.
   *
   * @throws ShapeException if the shape does not fit
   * @throws IndexException if a position is out of range
   */
  default Tensor gather(int dim, Tensor index) {
    return tensor(AtenIndexing.gather(handle(this), dim, handle(index), false));
  }

  /** {@return a copy with elements of {@code src} written along a dimension: {@link #gather} the other way round} */
  default Tensor scatter(int dim, Tensor index, Tensor src) {
    return tensor(AtenIndexing.scatter(handle(this), dim, handle(index), handle(src)));
  }

  /** {@return a copy with a number written along a dimension} */
  default Tensor scatter(int dim, Tensor index, Number value) {
    return tensor(AtenIndexing.scatter(handle(this), dim, handle(index), value));
  }

  /** {@return a copy with elements of {@code src} added to or multiplied with those along a dimension} */
  default Tensor scatter(int dim, Tensor index, Tensor src, ScatterOperation reduce) {
    return tensor(
        AtenIndexing.scatter(handle(this), dim, handle(index), handle(src), required(reduce, "reduce").torchName()));
  }

  /** Writes elements of {@code src} along a dimension. */
  default Tensor scatter_(int dim, Tensor index, Tensor src) {
    AtenIndexing.scatter_(handle(this), dim, handle(index), handle(src));
    return (Tensor) this;
  }

  /** Writes a number along a dimension. */
  default Tensor scatter_(int dim, Tensor index, Number value) {
    AtenIndexing.scatter_(handle(this), dim, handle(index), value);
    return (Tensor) this;
  }

  /** Adds elements of {@code src} to those along a dimension, or multiplies with them. */
  default Tensor scatter_(int dim, Tensor index, Tensor src, ScatterOperation reduce) {
    AtenIndexing.scatter_(handle(this), dim, handle(index), handle(src), required(reduce, "reduce").torchName());
    return (Tensor) this;
  }

  /** {@return a copy with elements of {@code src} added along a dimension, also where a position comes more than once} */
  default Tensor scatterAdd(int dim, Tensor index, Tensor src) {
    return tensor(AtenIndexing.scatterAdd(handle(this), dim, handle(index), handle(src)));
  }

  /** Adds elements of {@code src} along a dimension, also where a position comes more than once. */
  default Tensor scatterAdd_(int dim, Tensor index, Tensor src) {
    AtenIndexing.scatterAdd_(handle(this), dim, handle(index), handle(src));
    return (Tensor) this;
  }

  /** {@return a copy whose elements along a dimension are reduced with those of {@code src}} */
  default Tensor scatterReduce(int dim, Tensor index, Tensor src, ScatterReduction reduce) {
    return tensor(AtenIndexing.scatterReduce(handle(this), dim, handle(index), handle(src),
        required(reduce, "reduce").torchName(),
        reduce.includeSelf()));
  }

  /** Reduces the elements along a dimension with those of {@code src}. */
  default Tensor scatterReduce_(int dim, Tensor index, Tensor src, ScatterReduction reduce) {
    AtenIndexing.scatterReduce_(handle(this), dim, handle(index), handle(src), required(reduce, "reduce").torchName(),
        reduce.includeSelf());
    return (Tensor) this;
  }

  /**
   * A copy of slices of a dimension, in the order of {@code index}, a vector of int64 or int32.
   *
   * @throws IndexException if a position is out of range
   */
  default Tensor indexSelect(int dim, Tensor index) {
    return tensor(AtenIndexing.indexSelect(handle(this), dim, handle(index)));
  }

  /**
   * A copy, of one dimension, of the elements where the mask, which is broadcast, is true.
   *
   * @throws DTypeException if the mask is not of type bool
   */
  default Tensor maskedSelect(Tensor mask) {
    return tensor(AtenIndexing.maskedSelect(handle(this), handle(mask)));
  }

  /** {@return a copy with a number where the mask is true} */
  default Tensor maskedFill(Tensor mask, Number value) {
    return tensor(AtenIndexing.maskedFill(handle(this), handle(mask), value));
  }

  /** {@return a copy with the value of a tensor without dimensions where the mask is true} */
  default Tensor maskedFill(Tensor mask, Tensor value) {
    return tensor(AtenIndexing.maskedFill(handle(this), handle(mask), handle(value)));
  }

  /** Writes a number where the mask is true. */
  default Tensor maskedFill_(Tensor mask, Number value) {
    AtenIndexing.maskedFill_(handle(this), handle(mask), value);
    return (Tensor) this;
  }

  /** Writes the value of a tensor without dimensions where the mask is true. */
  default Tensor maskedFill_(Tensor mask, Tensor value) {
    AtenIndexing.maskedFill_(handle(this), handle(mask), handle(value));
    return (Tensor) this;
  }

  /** {@return a copy with the elements of {@code source}, one after the other, where the mask is true} */
  default Tensor maskedScatter(Tensor mask, Tensor source) {
    return tensor(AtenIndexing.maskedScatter(handle(this), handle(mask), handle(source)));
  }

  /** Writes the elements of {@code source}, one after the other, where the mask is true. */
  default Tensor maskedScatter_(Tensor mask, Tensor source) {
    AtenIndexing.maskedScatter_(handle(this), handle(mask), handle(source));
    return (Tensor) this;
  }

  /** {@return elements by their place in row-major order, in the shape of {@code index}; negative places count from the end} */
  default Tensor take(Tensor index) {
    return tensor(AtenIndexing.take(handle(this), handle(index)));
  }

  /** {@return elements by their place in row-major order} */
  default Tensor takeAlongDim(Tensor indices) {
    return tensor(AtenIndexing.takeAlongDim(handle(this), handle(indices), null));
  }

  /** {@return elements picked along a dimension as {@link #gather} does, the other dimensions broadcast: for what {@code argsort} gives} */
  default Tensor takeAlongDim(Tensor indices, int dim) {
    return tensor(AtenIndexing.takeAlongDim(handle(this), handle(indices), (long) dim));
  }

  /** Writes elements to places in row-major order. */
  default Tensor put_(Tensor index, Tensor source) {
    return put_(index, source, false);
  }

  /** Writes or, if {@code accumulate}, adds elements to places in row-major order. */
  default Tensor put_(Tensor index, Tensor source, boolean accumulate) {
    AtenIndexing.put_(handle(this), handle(index), handle(source), accumulate);
    return (Tensor) this;
  }

  /** {@return the coordinates of the elements other than zero, one row each, int64} */
  default Tensor nonzero() {
    return tensor(AtenIndexing.nonzero(handle(this)));
  }

  /** {@return the coordinates of the elements other than zero, one row each; the same as {@link #nonzero}} */
  default Tensor argwhere() {
    return tensor(AtenIndexing.argwhere(handle(this)));
  }

  /** {@return a copy with a number in listed slices of a dimension} */
  default Tensor indexFill(int dim, Tensor index, Number value) {
    return tensor(AtenIndexing.indexFill(handle(this), dim, handle(index), value));
  }

  /** Writes a number to listed slices of a dimension. */
  default Tensor indexFill_(int dim, Tensor index, Number value) {
    AtenIndexing.indexFill_(handle(this), dim, handle(index), value);
    return (Tensor) this;
  }

  /** {@return a copy with the slices of {@code source} in listed slices of a dimension} */
  default Tensor indexCopy(int dim, Tensor index, Tensor source) {
    return tensor(AtenIndexing.indexCopy(handle(this), dim, handle(index), handle(source)));
  }

  /** Writes the slices of {@code source} to listed slices of a dimension. */
  default Tensor indexCopy_(int dim, Tensor index, Tensor source) {
    AtenIndexing.indexCopy_(handle(this), dim, handle(index), handle(source));
    return (Tensor) this;
  }

  /** {@return a copy with the slices of {@code source} added to listed slices of a dimension} */
  default Tensor indexAdd(int dim, Tensor index, Tensor source) {
    return indexAdd(dim, index, source, 1);
  }

  /** {@return a copy with {@code alpha} times the slices of {@code source} added to listed slices of a dimension} */
  default Tensor indexAdd(int dim, Tensor index, Tensor source, Number alpha) {
    return tensor(AtenIndexing.indexAdd(handle(this), dim, handle(index), handle(source), alpha));
  }

  /** Adds the slices of {@code source} to listed slices of a dimension, also where one comes more than once. */
  default Tensor indexAdd_(int dim, Tensor index, Tensor source) {
    return indexAdd_(dim, index, source, 1);
  }

  /** Adds {@code alpha} times the slices of {@code source} to listed slices of a dimension. */
  default Tensor indexAdd_(int dim, Tensor index, Tensor source, Number alpha) {
    AtenIndexing.indexAdd_(handle(this), dim, handle(index), handle(source), alpha);
    return (Tensor) this;
  }

  /** Writes a number to all elements. */
  default Tensor fill_(Number value) {
    AtenIndexing.fill_(handle(this), value);
    return (Tensor) this;
  }

  /** Writes the value of a tensor without dimensions to all elements. */
  default Tensor fill_(Tensor value) {
    AtenIndexing.fill_(handle(this), handle(value));
    return (Tensor) this;
  }

  /** Writes zero to all elements. */
  default Tensor zero_() {
    AtenIndexing.zero_(handle(this));
    return (Tensor) this;
  }

  /** Writes a number to the main diagonal. */
  default Tensor fillDiagonal_(Number value) {
    return fillDiagonal_(value, false);
  }

  /** Writes a number to the main diagonal, which in a tall matrix starts again if {@code wrap}. */
  default Tensor fillDiagonal_(Number value, boolean wrap) {
    AtenIndexing.fillDiagonal_(handle(this), value, wrap);
    return (Tensor) this;
  }
}
