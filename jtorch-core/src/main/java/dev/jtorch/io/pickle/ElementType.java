package dev.jtorch.io.pickle;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The dtypes a stored tensor can have: Python's name, the size of an element, and the storage class that holds it. */
public enum ElementType {
  FLOAT64("DoubleStorage", 8),
  FLOAT32("FloatStorage", 4),
  FLOAT16("HalfStorage", 2),
  BFLOAT16("BFloat16Storage", 2),
  INT64("LongStorage", 8),
  INT32("IntStorage", 4),
  INT16("ShortStorage", 2),
  INT8("CharStorage", 1),
  UINT8("ByteStorage", 1),
  BOOL("BoolStorage", 1),
  COMPLEX64("ComplexFloatStorage", 8, 4),
  COMPLEX128("ComplexDoubleStorage", 16, 8),
  COMPLEX32(null, 4, 2),
  UINT16(null, 2),
  UINT32(null, 4),
  UINT64(null, 8),
  FLOAT8_E4M3FN(null, 1),
  FLOAT8_E5M2(null, 1),
  FLOAT8_E4M3FNUZ(null, 1),
  FLOAT8_E5M2FNUZ(null, 1),
  FLOAT8_E8M0FNU(null, 1);

  private final @Nullable String storageClass;
  private final int size;
  private final int scalarSize;

  ElementType(@Nullable String storageClass, int size) { this(storageClass, size, size); }

  ElementType(@Nullable String storageClass, int size, int scalarSize) {
    this.storageClass = storageClass;
    this.size = size;
    this.scalarSize = scalarSize;
  }

  /** {@return the dtype's name in Python, without {@code torch.}} */
  public String pythonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return whether autograd can record it} */
  public boolean isDifferentiable() {
    return name().contains("FLOAT") || name().startsWith("COMPLEX");
  }

  /** {@return bytes per element} */
  public int size() { return size; }

  /** {@return bytes per number: half an element for the complex types} */
  public int scalarSize() { return scalarSize; }

  /** The class in {@code torch} that holds such elements; null for dtypes that only untyped storages hold. */
  @Nullable String storageClass() {
    return storageClass;
  }
}
