package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handles;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenIndexing;
import java.util.List;

/**
 * Python's brackets: {@code x[1, 2]} is {@code x.get(1, 2)}, {@code x[:, 0] = 3} is {@code x.set(3, Index.ALL,
 * Index.at(0))}, {@code x[mask]} is {@code x.get(mask)}.
 *
 * <p>Positions, slices, new axes and ellipses give a view; a mask or a list of positions gives a copy. Where a slice stands
 * between two tensors, the dimension that they pick comes first, as in NumPy. Reading and writing take part in the graph.
 */
public sealed interface IndexingOps permits Tensor {
  /**
   * A view at positions of the first dimensions, which disappear.
   *
   * @param positions counted from the end where they are negative
   * @throws IndexException if one is out of range, or there are more of them than dimensions
   */
  default Tensor get(long... positions) {
    Tensor self = (Tensor) this;
    // one position is what loops over a batch ask for, so it goes straight to the operator
    if (required(positions).length == 1 && self.dim() > 0) return Indexing.row(self, positions[0]);
    return Indexing.get(self, positions(positions));
  }

  /**
   * The elements at an index of several parts.
   *
   * @throws IndexException if a part is out of range, or the parts name more dimensions than there are
   */
  default Tensor get(Index... parts) { return Indexing.get((Tensor) this, parts); }

  /**
   * A copy of the elements where a bool tensor is true, as one dimension, or of the slices that a tensor of integers lists.
   *
   * @throws IndexException if a position is out of range
   * @throws ShapeException if the mask's shape is not that of the first dimensions
   */
  default Tensor get(Tensor maskOrPositions) { return get(Index.of(maskOrPositions)); }

  /**
   * Writes a number to all elements at these positions of the first dimensions.
   *
   * @return this
   */
  default Tensor set(Number value, long... positions) { return set(value, positions(positions)); }

  /**
   * Writes a number to all elements at an index.
   *
   * @return this
   * @throws IndexException if a part is out of range
   */
  default Tensor set(Number value, Index... parts) {
    Indexing.set((Tensor) this, value, parts);
    return (Tensor) this;
  }

  /** Writes a number to all elements where a mask is true, or to the slices that a tensor of integers lists. */
  default Tensor set(Number value, Tensor maskOrPositions) {
    return set(value, Index.of(maskOrPositions));
  }

  /**
   * Writes a tensor, broadcast, to these positions of the first dimensions.
   *
   * @return this
   */
  default Tensor set(Tensor value, long... positions) { return set(value, positions(positions)); }

  /**
   * Writes a tensor, broadcast, to an index.
   *
   * @return this
   * @throws IndexException if a part is out of range
   * @throws ShapeException if the value's shape does not fit
   */
  default Tensor set(Tensor value, Index... parts) {
    Indexing.set((Tensor) this, value, parts);
    return (Tensor) this;
  }

  /** Writes a tensor, broadcast, to where a mask is true, or to the slices that a tensor of integers lists. */
  default Tensor set(Tensor value, Tensor maskOrPositions) {
    return set(value, Index.of(maskOrPositions));
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

  private static Index[] positions(long... positions) {
    var parts = new Index[required(positions).length];
    for (int i = 0; i < parts.length; i++) parts[i] = Index.at(positions[i]);
    return parts;
  }
}
