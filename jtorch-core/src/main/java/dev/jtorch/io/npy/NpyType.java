package dev.jtorch.io.npy;

import dev.jtorch.DType;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of an array's elements.
 *
 * @param dtype PyTorch's type
 * @param order the order of each number's bytes
 */
public record NpyType(DType dtype, ByteOrder order) {
  private static final Map<String, DType> BY_CODE = new LinkedHashMap<>();
  private static final Map<DType, String> CODES = new EnumMap<>(DType.class);
  private static final String SINGLE_BYTE = "|";
  private static final String LITTLE = "<";

  static {
    put("b1", DType.BOOL);
    put("i1", DType.INT8);
    put("i2", DType.INT16);
    put("i4", DType.INT32);
    put("i8", DType.INT64);
    put("u1", DType.UINT8);
    put("u2", DType.UINT16);
    put("u4", DType.UINT32);
    put("u8", DType.UINT64);
    put("f2", DType.FLOAT16);
    put("f4", DType.FLOAT32);
    put("f8", DType.FLOAT64);
    put("c8", DType.COMPLEX64);
    put("c16", DType.COMPLEX128);
  }

  private static void put(String code, DType dtype) {
    BY_CODE.put(code, dtype);
    CODES.put(dtype, code);
  }

  /** {@return the type that numpy writes as {@code descr}; null where PyTorch has none} */
  static @Nullable NpyType of(String descr) {
    if (descr.length() < 2) return null;
    DType dtype = BY_CODE.get(descr.substring(1));
    if (dtype == null) return null;
    return switch (descr.charAt(0)) {
      case '<', '|' -> new NpyType(dtype, ByteOrder.LITTLE_ENDIAN);
      case '=' -> new NpyType(dtype, ByteOrder.nativeOrder());
      case '>' -> new NpyType(dtype, ByteOrder.BIG_ENDIAN);
      default -> null;
    };
  }

  /** {@return numpy's text for little-endian elements of a type} */
  static String descr(DType dtype) {
    return (dtype.itemSize() == 1 ? SINGLE_BYTE : LITTLE) + CODES.get(dtype);
  }

  /** {@return whether numpy has the dtype} */
  public static boolean exists(DType dtype) {
    return CODES.containsKey(dtype);
  }

  /** {@return bytes of one number: half an element of the complex types} */
  public int numberSize() {
    return dtype.isComplex() ? dtype.itemSize() / 2 : dtype.itemSize();
  }

  /** {@return the dtypes that numpy has too, for messages} */
  public static String legal() {
    return String.join(", ", BY_CODE.values().stream().map(DType::torchName).toList());
  }

  static Set<String> codes() { return BY_CODE.keySet(); }
}
