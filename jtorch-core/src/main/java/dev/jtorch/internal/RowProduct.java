package dev.jtorch.internal;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * An affine map of a single row as a product of matrix and vector.
 *
 * <p>OpenBLAS copies a matrix before it multiplies it with another one, which for one row takes longer than the multiplication. Its
 * product of matrix and vector does not copy, but LibTorch comes to it only for operands of one dimension.
 */
public final class RowProduct {
  private RowProduct() {}

  /**
   * {@code x Wᵀ + b} for one row, where gradients are not recorded: in a graph, other nodes than Python's would stand there.
   *
   * @param weight a matrix
   * @return null where this is not such a product; LibTorch's own operator knows what to do or to say
   */
  public static @Nullable NativeTensor linear(NativeTensor input, NativeTensor weight, @Nullable NativeTensor bias) {
    if (NativeAutograd.gradMode()) return null;
    Tensor x = input.use();
    Tensor w = weight.use();
    long dims = x.dim();
    if (dims < 1 || dims > 2 || (dims == 2 && x.size(0) != 1) || x.size(-1) != w.size(1)) return null;
    if (!isPlain(x, x) || !isPlain(w, x)) return null;
    if (bias != null && (!isPlain(bias.use(), x) || bias.use().dim() != 1 || bias.use().size(0) != w.size(0)))
      return null;
    if (dims == 1) return product(x, w, bias);
    try (Tensor row = x.squeeze(0)) {
      NativeTensor result = product(row, w, bias);
      result.use().unsqueeze_(0);
      return result;
    }
  }

  private static NativeTensor product(Tensor vector, Tensor matrix, @Nullable NativeTensor bias) {
    return NativeTensor.of(bias == null ? matrix.mv(vector) : torch.addmv(bias.use(), matrix, vector));
  }

  private static boolean isPlain(Tensor tensor, Tensor like) {
    ScalarType type = tensor.scalar_type();
    return tensor.is_cpu() && type.value == like.scalar_type().value
        && (type.value == ScalarType.Float.value || type.value == ScalarType.Double.value);
  }
}
