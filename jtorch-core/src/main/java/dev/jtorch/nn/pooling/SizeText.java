package dev.jtorch.nn.pooling;

import dev.jtorch.Size;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.functional.F;
import java.util.stream.Collectors;

/** Sizes as poolings print them: one number as it is, several as a tuple. */
final class SizeText {
  private SizeText() {}

  static String of(Size sizes) {
    if (sizes.size() == 1) return one(sizes.get(0));
    return sizes.stream().map(SizeText::one).collect(Collectors.joining(", ", "(", ")"));
  }

  static String tuple(Size sizes) { return PythonNumbers.tuple(sizes.toLongArray()); }

  private static String one(long size) { return size == F.KEEP ? "None" : Long.toString(size); }
}
