package dev.jtorch;

import java.util.stream.Stream;

/**
 * The type of a tensor's elements.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/tensor_attributes.html#torch.dtype">torch.dtype</a>
 */
public enum DType {
  UINT8("uint8", 0, 1, Kind.INTEGRAL),
  INT8("int8", 1, 1, Kind.INTEGRAL),
  INT16("int16", 2, 2, Kind.INTEGRAL),
  INT32("int32", 3, 4, Kind.INTEGRAL),
  INT64("int64", 4, 8, Kind.INTEGRAL),
  FLOAT16("float16", 5, 2, Kind.FLOATING),
  FLOAT32("float32", 6, 4, Kind.FLOATING),
  FLOAT64("float64", 7, 8, Kind.FLOATING),
  COMPLEX32("complex32", 8, 4, Kind.COMPLEX),
  COMPLEX64("complex64", 9, 8, Kind.COMPLEX),
  COMPLEX128("complex128", 10, 16, Kind.COMPLEX),
  BOOL("bool", 11, 1, Kind.BOOLEAN),
  BFLOAT16("bfloat16", 15, 2, Kind.FLOATING),
  FLOAT8_E5M2("float8_e5m2", 23, 1, Kind.FLOATING),
  FLOAT8_E4M3FN("float8_e4m3fn", 24, 1, Kind.FLOATING),
  FLOAT8_E5M2FNUZ("float8_e5m2fnuz", 25, 1, Kind.FLOATING),
  FLOAT8_E4M3FNUZ("float8_e4m3fnuz", 26, 1, Kind.FLOATING),
  UINT16("uint16", 27, 2, Kind.INTEGRAL),
  UINT32("uint32", 28, 4, Kind.INTEGRAL),
  UINT64("uint64", 29, 8, Kind.INTEGRAL),
  FLOAT8_E8M0FNU("float8_e8m0fnu", 44, 1, Kind.FLOATING);

  private enum Kind { INTEGRAL, FLOATING, COMPLEX, BOOLEAN }

  private static final DType[] BY_CODE = new DType[64];

  static {
    for (DType type : values()) BY_CODE[type.code] = type;
  }

  private final String torchName;
  private final int code;
  private final int itemSize;
  private final Kind kind;

  DType(String torchName, int code, int itemSize, Kind kind) {
    this.torchName = torchName;
    this.code = code;
    this.itemSize = itemSize;
    this.kind = kind;
  }

  /** PyTorch's name without its module, such as {@code float32}. */
  public String torchName() { return torchName; }

  /** LibTorch's number of the type. */
  public int code() { return code; }

  /** Bytes of one element. */
  public int itemSize() { return itemSize; }

  public boolean isFloatingPoint() { return kind == Kind.FLOATING; }

  public boolean isComplex() { return kind == Kind.COMPLEX; }

  /** True for integers, bool not among them. */
  public boolean isIntegral() { return kind == Kind.INTEGRAL; }

  /** As Python prints it: {@code torch.float32}. */
  @Override public String toString() { return "torch." + torchName; }

  /**
   * The type of this name.
   *
   * @throws DTypeException if PyTorch has no type of this name
   */
  public static DType named(String torchName) {
    return Stream.of(values()).filter(t -> t.torchName.equals(torchName)).findFirst()
        .orElseThrow(() -> new DTypeException("dtype: name is '" + torchName + "' (expected: one of "
            + String.join(", ", Stream.of(values()).map(DType::torchName).toList()) + ")"));
  }

  static DType of(int code) {
    DType type = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    if (type == null) throw new DTypeException("dtype: LibTorch's type " + code + " has no counterpart in JTorch");
    return type;
  }
}
