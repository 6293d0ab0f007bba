package dev.jtorch.nn.functional;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.check.Require;
import org.jspecify.annotations.Nullable;

/** The sizes of one unpooling, a number for each dimension. */
record Unpooling(long[] outputSize, long[] stride, long[] padding) {
  private static final String WHO = "max_unpool";

  static Unpooling of(Tensor input, long[] kernelSize, MaxUnpoolOptions o, int rank) {
    Size kernel = Require.sizes(WHO, "kernelSize", Size.of(kernelSize), rank);
    Size stride = required(o, "o").stride().isEmpty() ? kernel : Require.sizes(WHO, "stride", o.stride(), rank);
    Size padding = Require.sizes(WHO, "padding", o.padding(), rank);
    var smallest = new long[rank];
    for (int i = 0; i < rank; i++) {
      smallest[i] = (required(input, "input").size(i - rank) - 1) * stride.get(i) + kernel.get(i) - 2 * padding.get(i);
    }
    return new Unpooling(chosen(smallest, stride, o.outputSize()), stride.toLongArray(), padding.toLongArray());
  }

  private static long[] chosen(long[] smallest, Size stride, @Nullable Size wanted) {
    if (wanted == null) return smallest;
    int rank = smallest.length;
    if (wanted.size() != rank && wanted.size() != rank + 2) {
      throw new ShapeException("output_size should be a sequence containing " + rank + " or " + (rank + 2)
          + " elements, but it has a length of '" + wanted.size() + "'");
    }
    long[] size = wanted.stream().skip(wanted.size() - rank).mapToLong(s -> s).toArray();
    for (int i = 0; i < rank; i++) {
      long below = smallest[i] - stride.get(i);
      long above = smallest[i] + stride.get(i);
      if (size[i] > below && size[i] < above) continue;
      throw new ShapeException("invalid output_size \"" + PythonNumbers.tuple(size) + "\" (dim " + i
          + " must be between " + below + " and " + above + ")");
    }
    return size;
  }
}
