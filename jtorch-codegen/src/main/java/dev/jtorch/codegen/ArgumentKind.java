package dev.jtorch.codegen;

import java.util.stream.Stream;

/**
 * The kinds of argument an operator takes: the presets' type, the Java type we show, and how one becomes the other. A
 * conversion of what must not be null is given the argument's name, to refuse null by.
 */
enum ArgumentKind {
  TENSOR("T", "org.bytedeco.pytorch.Tensor", "NativeTensor", "NativeTensor.use(%1$s, \"%1$s\")"),
  OPTIONAL_TENSOR("T?", "org.bytedeco.pytorch.TensorOptional", "@Nullable NativeTensor", "NativeTensor.optional(%s)"),
  TENSORS("T[]", "org.bytedeco.pytorch.TensorVector", "NativeTensor[]", "%s"),
  OPTIONAL_TENSORS("T?[]", "org.bytedeco.pytorch.TensorOptionalList", "@Nullable NativeTensor[]", "%s"),
  SCALAR("S", "org.bytedeco.pytorch.Scalar", "Number", "Scalars.of(%1$s, \"%1$s\")"),
  /** A number that Python passes as a tensor of no dimensions, which decides the gradient node's name. */
  WRAPPED_NUMBER("W", "org.bytedeco.pytorch.Tensor", "Number", "Scalars.tensor(%1$s, \"%1$s\", self)"),
  OPTIONAL_SCALAR("S?", "org.bytedeco.pytorch.ScalarOptional", "@Nullable Number", "Scalars.optional(%s)"),
  LONG("long", "long", "long", "%s"),
  INT("int", "int", "int", "%s"),
  DOUBLE("double", "double", "double", "%s"),
  BOOLEAN("boolean", "boolean", "boolean", "%s"),
  OPTIONAL_LONG("long?", "org.bytedeco.pytorch.LongOptional", "@Nullable Long", "Optionals.of(%s)"),
  OPTIONAL_DOUBLE("double?", "org.bytedeco.pytorch.DoubleOptional", "@Nullable Double", "Optionals.of(%s)"),
  OPTIONAL_BOOLEAN("boolean?", "org.bytedeco.pytorch.BoolOptional", "@Nullable Boolean", "Optionals.of(%s)"),
  LONGS("long[]", "long[]", "long[]", "Arguments.required(%1$s, \"%1$s\")"),
  /** Null chooses the overload with an empty optional; see {@link ClassWriter}. */
  OPTIONAL_LONGS("long[]?", "long[]", "long @Nullable []", "%s"),
  STRING("str", "org.bytedeco.javacpp.BytePointer", "String",
      "Optionals.text(Arguments.required(%1$s, \"%1$s\"))"),
  OPTIONAL_STRING("str?", "org.bytedeco.pytorch.StringViewOptional", "@Nullable String", "Optionals.string(%s)"),
  DTYPE("dtype", "org.bytedeco.pytorch.global.torch$ScalarType", "int", "NativeOptions.scalarType(%s)"),
  OPTIONAL_DTYPE("dtype?", "org.bytedeco.pytorch.ScalarTypeOptional", "int", "NativeOptions.optionalScalarType(%s)"),
  OPTIONAL_FORMAT("format?", "org.bytedeco.pytorch.MemoryFormatOptional", "int", "NativeOptions.optionalFormat(%s)"),
  OPTIONAL_GENERATOR("gen?", "org.bytedeco.pytorch.GeneratorOptional", "@Nullable NativeGenerator",
      "NativeGenerator.optional(%s)"),
  OPTIONS("options", "org.bytedeco.pytorch.TensorOptions", "NativeOptions", "%s.get()");

  private final String symbol;
  final String presetType;
  final String javaType;
  final String conversion;

  ArgumentKind(String symbol, String presetType, String javaType, String conversion) {
    this.symbol = symbol;
    this.presetType = presetType;
    this.javaType = javaType;
    this.conversion = conversion;
  }

  static ArgumentKind of(String symbol) {
    return Stream.of(values()).filter(k -> k.symbol.equals(symbol)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("argument type '" + symbol + "' is not known"));
  }

  boolean isTensor() {
    return this == TENSOR || this == OPTIONAL_TENSOR;
  }

  /** True for lists of tensors, which live in a native vector for the length of the call. */
  boolean needsVector() {
    return this == TENSORS || this == OPTIONAL_TENSORS;
  }
}
