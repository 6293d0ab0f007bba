package dev.jtorch.io.safetensors;

import dev.jtorch.DType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The format's names of the dtypes. */
public final class TypeName {
  /** In the order in which the reference implementation writes tensors: larger elements first, so that all are aligned. */
  private static final List<DType> ORDER = List.of(DType.UINT64, DType.INT64, DType.FLOAT64, DType.COMPLEX64,
      DType.FLOAT32, DType.UINT32, DType.INT32, DType.BFLOAT16, DType.FLOAT16, DType.UINT16, DType.INT16,
      DType.FLOAT8_E5M2FNUZ, DType.FLOAT8_E4M3FNUZ, DType.FLOAT8_E8M0FNU, DType.FLOAT8_E4M3FN, DType.FLOAT8_E5M2,
      DType.INT8, DType.UINT8, DType.BOOL);
  private static final List<String> NAMES = List.of("U64", "I64", "F64", "C64", "F32", "U32", "I32", "BF16", "F16",
      "U16", "I16", "F8_E5M2FNUZ", "F8_E4M3FNUZ", "F8_E8M0", "F8_E4M3", "F8_E5M2", "I8", "U8", "BOOL");
  private static final Map<DType, Integer> RANKS = new EnumMap<>(DType.class);

  static {
    for (int i = 0; i < ORDER.size(); i++) RANKS.put(ORDER.get(i), i);
  }

  private TypeName() {}

  /** {@return the dtype of a name; null where JTorch has none} */
  static @Nullable DType dtype(String name) {
    int rank = NAMES.indexOf(name);
    return rank < 0 ? null : ORDER.get(rank);
  }

  static String of(DType dtype) { return NAMES.get(rank(dtype)); }

  /** {@return the place of a dtype's tensors among the others} */
  static int rank(DType dtype) {
    return Objects.requireNonNull(RANKS.get(dtype));
  }

  /** {@return whether the format has the dtype} */
  public static boolean exists(DType dtype) {
    return RANKS.containsKey(dtype);
  }

  /** {@return the dtypes of the format by PyTorch's names, for messages} */
  public static String legal() {
    return String.join(", ", ORDER.stream().map(DType::torchName).toList());
  }
}
