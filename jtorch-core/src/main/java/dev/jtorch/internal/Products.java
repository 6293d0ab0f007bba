package dev.jtorch.internal;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Tells {@link BlasThreads} how big a product is, before it starts. */
public final class Products {
  private Products() {}

  /** For {@code (.., n, k)} times {@code (.., k, m)}, or times {@code (k)}. */
  public static void prepare(@Nullable NativeTensor left, @Nullable NativeTensor right) {
    if (left == null || right == null) return; // which the operator refuses
    Tensor r = right.use();
    long columns = r.dim() < 2 ? 1 : r.size(r.dim() - 1);
    BlasThreads.forProduct(left.use().numel() * columns);
  }

  /** For {@code (.., in)} times the transposed weight {@code (out, in)}. */
  public static void prepareLinear(@Nullable NativeTensor input, @Nullable NativeTensor weight) {
    if (input == null || weight == null) return; // which the operator refuses
    Tensor w = weight.use();
    BlasThreads.forProduct(input.use().numel() * (w.dim() == 0 ? 1 : w.size(0)));
  }

  /** For a product that sums over these dimensions of the left tensor; LibTorch complains where they do not exist. */
  public static void prepareTensordot(@Nullable NativeTensor left, @Nullable NativeTensor right, long[] dims) {
    if (left == null || right == null) return; // which the operator refuses
    Tensor l = left.use();
    long summed = 1;
    for (long dim : dims) if (dim >= -l.dim() && dim < l.dim()) summed *= l.size(dim);
    BlasThreads.forProduct(l.numel() * (right.use().numel() / Math.max(summed, 1)));
  }

  /** For an equation of Einstein's notation: the product of the sizes of all its labels. */
  public static void prepareEinsum(@Nullable String equation, @Nullable NativeTensor[] operands) {
    if (equation == null) return; // which the operator refuses
    String[] terms = equation.replace(" ", "").split("->", 2)[0].split(",", -1);
    Map<Integer, Long> sizes = new HashMap<>();
    for (int i = 0; i < Math.min(terms.length, operands.length); i++) {
      Tensor operand = NativeTensor.use(operands[i], "operands[" + i + "]");
      int dims = (int) operand.dim();
      for (int dim = 0; dim < dims; dim++) sizes.merge(label(terms[i], dim, dims), operand.size(dim), Math::max);
    }
    BlasThreads.forProduct(sizes.values().stream().reduce(1L, (a, b) -> a * b));
  }

  /** A dimension's letter; below zero for one that the ellipsis stands for, by its place from the ellipsis's end. */
  private static int label(String term, int dim, int dims) {
    int dots = term.indexOf("...");
    if (dots < 0 || dim < dots) return dim < term.length() ? term.charAt(dim) : -1;
    int after = term.length() - dots - 3;
    int fromEnd = dims - 1 - dim;
    return fromEnd < after ? term.charAt(term.length() - 1 - fromEnd) : after - 1 - fromEnd;
  }
}
