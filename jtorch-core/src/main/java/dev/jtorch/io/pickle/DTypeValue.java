package dev.jtorch.io.pickle;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code torch.dtype} kept as a value.
 *
 * @param name its name without {@code torch.}
 */
public record DTypeValue(String name) {
  // Dtypes that PyTorch has and that no dense stored tensor can have here; as values they are harmless.
  private static final List<String> OTHERS = List.of("qint8", "quint8", "qint32", "quint4x2", "quint2x4", "bits1x8",
      "bits2x4", "bits4x2", "bits8", "bits16", "float4_e2m1fn_x2", "int1", "int2", "int3", "int4", "int5", "int6",
      "int7", "uint1", "uint2", "uint3", "uint4", "uint5", "uint6", "uint7");
  private static final Set<String> NAMES =
      Stream.concat(Arrays.stream(ElementType.values()).map(ElementType::pythonName), OTHERS.stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Checks that PyTorch has such a dtype. */
  public DTypeValue {
    if (!NAMES.contains(name)) throw new MalformedPickle("torch." + name + " is not a dtype");
  }

  /** {@return its name in Python} */
  @Override public String toString() {
    return "torch." + name;
  }

  static Set<String> names() { return NAMES; }
}
