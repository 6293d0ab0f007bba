package dev.jtorch.internal;

import org.bytedeco.pytorch.Tensor;

/** Tells {@link BlasThreads} how big a product is, before it starts. */
public final class Products {
  private Products() {}

  /** For {@code (.., n, k)} times {@code (.., k, m)}, or times {@code (k)}. */
  public static void prepare(NativeTensor left, NativeTensor right) {
    Tensor r = right.use();
    long columns = r.dim() < 2 ? 1 : r.size(r.dim() - 1);
    BlasThreads.forProduct(left.use().numel() * columns);
  }

  /** For {@code (.., in)} times the transposed weight {@code (out, in)}. */
  public static void prepareLinear(NativeTensor input, NativeTensor weight) {
    BlasThreads.forProduct(input.use().numel() * weight.use().size(0));
  }
}
