package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handles;
import static dev.jtorch.Tensor.tensors;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenIndexing;
import dev.jtorch.internal.AtenShape;
import java.util.List;

/**
 * Tensors put together, chosen from, and brought to a common shape.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#indexing-slicing-joining-mutating-ops">Joining</a>
 */
abstract sealed class TorchJoining extends TorchFiles permits TorchLinearAlgebra {
  TorchJoining() {}

  /** {@return tensors one behind the other in the first dimension} */
  public static Tensor cat(List<? extends Tensor> tensors) {
    return cat(tensors, 0);
  }

  /**
   * Tensors one behind the other in a dimension.
   *
   * @throws ShapeException if they differ in another dimension
   */
  public static Tensor cat(List<? extends Tensor> tensors, int dim) {
    return Tensor.tensor(AtenShape.cat(handles(tensors), dim));
  }

  /** {@return tensors of one shape as slices of a new first dimension} */
  public static Tensor stack(List<? extends Tensor> tensors) {
    return stack(tensors, 0);
  }

  /**
   * Tensors as slices of a new dimension.
   *
   * @throws ShapeException if their shapes differ
   */
  public static Tensor stack(List<? extends Tensor> tensors, int dim) {
    return Tensor.tensor(AtenShape.stack(handles(tensors), dim));
  }

  /** {@return tensors joined with their columns side by side; vectors one behind the other} */
  public static Tensor hstack(List<? extends Tensor> tensors) {
    return Tensor.tensor(AtenShape.hstack(handles(tensors)));
  }

  /** {@return tensors joined with their rows below each other} */
  public static Tensor vstack(List<? extends Tensor> tensors) {
    return Tensor.tensor(AtenShape.vstack(handles(tensors)));
  }

  /** {@return tensors joined in the third dimension} */
  public static Tensor dstack(List<? extends Tensor> tensors) {
    return Tensor.tensor(AtenShape.dstack(handles(tensors)));
  }

  /** {@return views of all tensors, expanded to their common shape} */
  public static List<Tensor> broadcastTensors(Tensor... tensors) {
    return tensors(AtenShape.broadcastTensors(handles(tensors)));
  }

  /** {@return for vectors, the coordinates of all points of the grid that they span, in matrix order} */
  public static List<Tensor> meshgrid(Tensor... tensors) {
    return meshgrid(MeshgridIndexing.IJ, tensors);
  }

  /** {@return for vectors, the coordinates of all points of the grid that they span} */
  public static List<Tensor> meshgrid(MeshgridIndexing indexing, Tensor... tensors) {
    return tensors(AtenShape.meshgrid(handles(tensors), required(indexing, "indexing").torchName()));
  }

  /** {@return all combinations of one element of each vector, as rows} */
  public static Tensor cartesianProd(Tensor... tensors) {
    return Tensor.tensor(AtenShape.cartesianProd(handles(tensors)));
  }

  /** {@return all combinations of {@code r} elements of a vector, as rows} */
  public static Tensor combinations(Tensor input, long r, boolean withReplacement) {
    return Tensor.tensor(AtenShape.combinations(handle(input), r, withReplacement));
  }

  /** {@return matrices along the diagonal of a bigger one} */
  public static Tensor blockDiag(Tensor... tensors) {
    return Tensor.tensor(AtenShape.blockDiag(handles(tensors)));
  }

  /** {@return a view of at least 1 dimension} */
  public static Tensor atleast1d(Tensor input) {
    return Tensor.tensor(AtenShape.atleast1d(handle(input)));
  }

  /** {@return a view of at least 2 dimensions} */
  public static Tensor atleast2d(Tensor input) {
    return Tensor.tensor(AtenShape.atleast2d(handle(input)));
  }

  /** {@return a view of at least 3 dimensions} */
  public static Tensor atleast3d(Tensor input) {
    return Tensor.tensor(AtenShape.atleast3d(handle(input)));
  }

  /** {@return a view of complex numbers as real ones, with a last dimension of size 2} */
  public static Tensor viewAsReal(Tensor input) {
    return Tensor.tensor(AtenShape.viewAsReal(handle(input)));
  }

  /** {@return a view of real numbers as complex ones, taken from a last dimension of size 2} */
  public static Tensor viewAsComplex(Tensor input) {
    return Tensor.tensor(AtenShape.viewAsComplex(handle(input)));
  }

  /**
   * A tensor with elements of one value around it; negative numbers cut off.
   *
   * @param pad how many before and after, from the last dimension on: {@code (left, right, top, bottom, ..)}
   */
  public static Tensor constantPadNd(Tensor input, long[] pad, Number value) {
    return Tensor.tensor(AtenShape.constantPadNd(handle(input), pad, value));
  }

  /**
   * Elements of {@code input} where the condition holds, of {@code other} elsewhere; all three are broadcast.
   *
   * @throws DTypeException if the condition is not of type bool
   */
  public static Tensor where(Tensor condition, Tensor input, Tensor other) {
    return Tensor.tensor(AtenIndexing.where(handle(condition), handle(input), handle(other)));
  }

  /** {@return a number where the condition holds, else elements of {@code other}} */
  public static Tensor where(Tensor condition, Number input, Tensor other) {
    return Tensor.tensor(AtenIndexing.where(handle(condition), input, handle(other)));
  }

  /** {@return elements of {@code input} where the condition holds, else a number} */
  public static Tensor where(Tensor condition, Tensor input, Number other) {
    return Tensor.tensor(AtenIndexing.where(handle(condition), handle(input), other));
  }

  /** {@return one number where the condition holds, else another} */
  public static Tensor where(Tensor condition, Number input, Number other) {
    return Tensor.tensor(AtenIndexing.where(handle(condition), input, other));
  }

  /** {@return the coordinates of the elements other than zero, one tensor for each dimension} */
  public static List<Tensor> where(Tensor condition) {
    return tensors(AtenIndexing.where(handle(condition)));
  }
}
