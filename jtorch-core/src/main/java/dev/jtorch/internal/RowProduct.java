package dev.jtorch.internal;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * An affine map of a single row as a product of matrix and vector.
 *
 * <p>OpenBLAS copies a matrix before it multiplies it with another one, which for one row takes longer than the multiplication. Its
 * product of matrix and vector does not copy, but LibTorch comes to it only for operands of one dimension.
 */
final class RowProduct {
  private RowProduct() {}

  /**
   * {@code x Wᵀ + b} for one row, where gradients are not recorded: in a graph, other nodes than Python's would stand there.
   *
   * @return null where this is not such a product; LibTorch's own operator knows what to do or to say
   */
  static @Nullable NativeTensor linear(@Nullable NativeTensor input, @Nullable NativeTensor weight,
      @Nullable NativeTensor bias) {
    if (input == null || weight == null || NativeAutograd.gradMode()) return null;
    Tensor x = input.use();
    long dims = x.dim();
    if (dims < 1 || dims > 2 || (dims == 2 && x.size(0) != 1)) return null;
    Tensor w = weight.use();
    if (w.dim() != 2 || x.size(-1) != w.size(1) || !isPlain(x) || !isLike(x, w)) return null;
    if (bias != null && !isShift(bias.use(), x, w)) return null;
    BlasThreads.forProduct(w.numel());
    if (dims == 1) return product(x, w, bias);
    try (Tensor row = x.squeeze(0)) {
      NativeTensor result = product(row, w, bias);
      // the new tensor is nobody's view yet: its shape can be set without the operator that says so to autograd
      result.use().unsafeGetTensorImpl().set_sizes_contiguous(1, w.size(0));
      return result;
    }
  }

  private static NativeTensor product(Tensor vector, Tensor matrix, @Nullable NativeTensor bias) {
    return NativeTensor.of(bias == null ? matrix.mv(vector) : torch.addmv(bias.use(), matrix, vector));
  }

  private static boolean isShift(Tensor bias, Tensor x, Tensor w) {
    return bias.dim() == 1 && bias.size(0) == w.size(0) && isLike(x, bias);
  }

  /** Float or double: told by size, because a type comes out of a native call as an object, which takes five times as long. */
  private static boolean isPlain(Tensor tensor) {
    return tensor.is_cpu() && tensor.is_floating_point() && tensor.element_size() >= Float.BYTES;
  }

  private static boolean isLike(Tensor plain, Tensor other) {
    return isPlain(other) && other.element_size() == plain.element_size();
  }
}
