package dev.jtorch.codegen;

import java.util.stream.Stream;

/** What an operator gives back, and how the generated method hands it on. */
enum ResultKind {
  TENSOR("T", "Tensor", "NativeTensor", "return NativeTensor.of(%s);"),
  /** A new tensor, or the first argument where there is nothing to do. */
  PERHAPS_SELF("T|self", "Tensor", "NativeTensor", "return NativeTensor.perhapsSelf(%s, %s);"),
  /** An in-place operator: LibTorch returns its first argument again, so nothing is wrapped. */
  SELF("self", "Tensor", "void", "%s;"),
  PAIR("TT", "T_TensorTensor_T", "NativeTensor[]", "return Results.of(%s);"),
  TRIPLE("TTT", "T_TensorTensorTensor_T", "NativeTensor[]", "return Results.of(%s);"),
  QUADRUPLE("TTTT", "T_TensorTensorTensorTensor_T", "NativeTensor[]", "return Results.of(%s);"),
  VECTOR("T[]", "TensorVector", "NativeTensor[]", "return Results.of(%s);"),
  BOOLEAN("boolean", "boolean", "boolean", "return %s;"),
  LONG("long", "long", "long", "return %s;"),
  DOUBLE("double", "double", "double", "return %s;"),
  VOID("void", "void", "void", "%s;");

  private final String symbol;
  final String presetType;
  final String javaType;
  final String statement;

  ResultKind(String symbol, String presetType, String javaType, String statement) {
    this.symbol = symbol;
    this.presetType = presetType;
    this.javaType = javaType;
    this.statement = statement;
  }

  static ResultKind of(String symbol) {
    return Stream.of(values()).filter(k -> k.symbol.equals(symbol)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("result type '" + symbol + "' is not known"));
  }
}
