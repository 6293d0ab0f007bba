package dev.jtorch.nn.container;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How containers of parameters print them: {@code (0): Parameter containing: [torch.float32 of size 2x3]}. */
final class ParameterText {
  private ParameterText() {}

  /** A line for each; a list names the type of the elements, a dictionary that of the tensor. */
  static String of(Map<String, Parameter> parameters, Function<Parameter, String> type) {
    return parameters.entrySet().stream().map(e -> "  (" + e.getKey() + "): Parameter containing: ["
        + type.apply(e.getValue()) + " of size " + size(e.getValue()) + device(e.getValue()) + "]")
        .collect(Collectors.joining("\n"));
  }

  private static String size(Tensor tensor) {
    return tensor.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  private static String device(Tensor tensor) {
    return tensor.device().isCuda() ? " (" + tensor.device() + ")" : "";
  }

  /** The name that PyTorch's tensor types had before there were element types: {@code torch.FloatTensor}. */
  static String typeName(Tensor tensor) {
    return (tensor.device().isCuda() ? "torch.cuda." : "torch.") + elementName(tensor.dtype()) + "Tensor";
  }

  private static String elementName(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> "Half";
      case FLOAT32 -> "Float";
      case FLOAT64 -> "Double";
      case BFLOAT16 -> "BFloat16";
      case COMPLEX32 -> "ComplexHalf";
      case COMPLEX64 -> "ComplexFloat";
      case COMPLEX128 -> "ComplexDouble";
      case UINT8 -> "Byte";
      case INT8 -> "Char";
      case INT16 -> "Short";
      case INT32 -> "Int";
      case INT64 -> "Long";
      case UINT16, UINT32, UINT64 -> dtype.torchName().replace("uint", "UInt");
      default -> dtype.torchName().substring(0, 1).toUpperCase(Locale.ROOT) + dtype.torchName().substring(1);
    };
  }
}
