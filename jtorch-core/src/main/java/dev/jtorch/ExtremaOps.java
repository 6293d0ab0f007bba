package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenReduction;

/**
 * The greatest and the smallest elements.
 *
 * <p>NaN counts as greatest and as smallest. Where several are equal, {@code max} and {@code min} along a dimension point to one
 * of them and give it the gradient; of all elements, and in {@code amax} and {@code amin}, the gradient is shared evenly.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#reduction-ops">Reduction operations</a>
 */
public sealed interface ExtremaOps permits Tensor {
  /** {@return the greatest of all elements} */
  default Tensor max() { return tensor(AtenReduction.max(handle(this))); }

  /** {@return the greatest elements along a dimension and where they stand} */
  default ValuesIndices max(int dim) {
    return max(dim, false);
  }

  /**
   * {@return the greatest elements along a dimension, which {@code keepdim} leaves with size 1, and where they stand}
   */
  default ValuesIndices max(int dim, boolean keepdim) {
    return ValuesIndices.of(AtenReduction.max(handle(this), dim, keepdim));
  }

  /** The same as {@link ClampOps#maximum(Tensor)}. */
  default Tensor max(Tensor other) {
    return ((Tensor) this).maximum(other);
  }

  /** {@return the smallest of all elements} */
  default Tensor min() { return tensor(AtenReduction.min(handle(this))); }

  /** {@return the smallest elements along a dimension and where they stand} */
  default ValuesIndices min(int dim) {
    return min(dim, false);
  }

  /**
   * {@return the smallest elements along a dimension, which {@code keepdim} leaves with size 1, and where they stand}
   */
  default ValuesIndices min(int dim, boolean keepdim) {
    return ValuesIndices.of(AtenReduction.min(handle(this), dim, keepdim));
  }

  /** The same as {@link ClampOps#minimum(Tensor)}. */
  default Tensor min(Tensor other) {
    return ((Tensor) this).minimum(other);
  }

  /** {@return the greatest elements along some dimensions or, where none is named, of all} */
  default Tensor amax(int... dim) {
    return amax(dim, false);
  }

  /** {@return the greatest elements along a dimension} */
  default Tensor amax(int dim, boolean keepdim) {
    return amax(new int[] {dim}, keepdim);
  }

  /** {@return the greatest elements along some dimensions, which {@code keepdim} leaves with size 1} */
  default Tensor amax(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.amax(handle(this), Dims.longs(dim), keepdim));
  }

  /** {@return the smallest elements along some dimensions or, where none is named, of all} */
  default Tensor amin(int... dim) {
    return amin(dim, false);
  }

  /** {@return the smallest elements along a dimension} */
  default Tensor amin(int dim, boolean keepdim) {
    return amin(new int[] {dim}, keepdim);
  }

  /** {@return the smallest elements along some dimensions, which {@code keepdim} leaves with size 1} */
  default Tensor amin(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.amin(handle(this), Dims.longs(dim), keepdim));
  }

  /** {@return the smallest and the greatest of all elements} */
  default MinMax aminmax() {
    return MinMax.of(AtenReduction.aminmax(handle(this), null, false));
  }

  /** {@return the smallest and the greatest elements along a dimension} */
  default MinMax aminmax(int dim) {
    return aminmax(dim, false);
  }

  /** {@return the smallest and the greatest elements along a dimension, which {@code keepdim} leaves with size 1} */
  default MinMax aminmax(int dim, boolean keepdim) {
    return MinMax.of(AtenReduction.aminmax(handle(this), (long) dim, keepdim));
  }

  /** {@return where the greatest of all elements stands, counted through all dimensions} */
  default Tensor argmax() {
    return tensor(AtenReduction.argmax(handle(this), null, false));
  }

  /** {@return where the greatest elements stand along a dimension} */
  default Tensor argmax(int dim) {
    return argmax(dim, false);
  }

  /** {@return where the greatest elements stand along a dimension, which {@code keepdim} leaves with size 1} */
  default Tensor argmax(int dim, boolean keepdim) {
    return tensor(AtenReduction.argmax(handle(this), (long) dim, keepdim));
  }

  /** {@return where the smallest of all elements stands, counted through all dimensions} */
  default Tensor argmin() {
    return tensor(AtenReduction.argmin(handle(this), null, false));
  }

  /** {@return where the smallest elements stand along a dimension} */
  default Tensor argmin(int dim) {
    return argmin(dim, false);
  }

  /** {@return where the smallest elements stand along a dimension, which {@code keepdim} leaves with size 1} */
  default Tensor argmin(int dim, boolean keepdim) {
    return tensor(AtenReduction.argmin(handle(this), (long) dim, keepdim));
  }
}
