package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenSorting;
import dev.jtorch.internal.BoxedOperator;
import dev.jtorch.internal.NativeTensor;
import org.jspecify.annotations.Nullable;

/**
 * The different elements of a tensor.
 *
 * @param output the elements, or slices of a dimension
 * @param inverse for each element of the source, its place in {@code output}; null unless asked for
 * @param counts for each element of {@code output}, how often it came; null unless asked for
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.unique.html">torch.unique</a>
 */
public record Unique(Tensor output, @Nullable Tensor inverse, @Nullable Tensor counts) {
  static Unique of(Tensor input, UniqueOptions o) {
    Integer dim = o.dim();
    if (dim != null) {
      return of(AtenSorting.uniqueDim(handle(input), dim, o.sorted(), o.returnInverse(), o.returnCounts()), o);
    }
    var unique = BoxedOperator.of("aten::_unique2", "");
    return of(unique.call(handle(input), o.sorted(), o.returnInverse(), o.returnCounts()), o);
  }

  static Unique consecutive(Tensor input, UniqueOptions o) {
    Long dim = o.dim() == null ? null : o.dim().longValue();
    return of(AtenSorting.uniqueConsecutive(handle(input), o.returnInverse(), o.returnCounts(), dim), o);
  }

  /** LibTorch always gives three tensors; those not asked for are closed at once. */
  private static Unique of(NativeTensor[] three, UniqueOptions o) {
    if (!o.returnInverse()) three[1].release();
    if (!o.returnCounts()) three[2].release();
    return new Unique(tensor(three[0]), o.returnInverse() ? tensor(three[1]) : null,
        o.returnCounts() ? tensor(three[2]) : null);
  }
}
