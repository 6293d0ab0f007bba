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
}
