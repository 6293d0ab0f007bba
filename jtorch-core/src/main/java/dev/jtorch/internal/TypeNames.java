package dev.jtorch.internal;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The names of tensor types in messages of Python's PyTorch: {@code torch.FloatTensor}, {@code torch.cuda.LongTensor}. */
final class TypeNames {
  private static final Map<ScalarType, String> ELEMENTS = Map.ofEntries(Map.entry(ScalarType.Byte, "Byte"),
      Map.entry(ScalarType.Char, "Char"), Map.entry(ScalarType.Short, "Short"), Map.entry(ScalarType.Int, "Int"),
      Map.entry(ScalarType.Long, "Long"), Map.entry(ScalarType.Half, "Half"), Map.entry(ScalarType.Float, "Float"),
      Map.entry(ScalarType.Double, "Double"), Map.entry(ScalarType.Bool, "Bool"),
      Map.entry(ScalarType.BFloat16, "BFloat16"), Map.entry(ScalarType.ComplexFloat, "ComplexFloat"),
      Map.entry(ScalarType.ComplexDouble, "ComplexDouble"));

  private TypeNames() {}

  static String legacy(Tensor tensor) {
    ScalarType type = tensor.scalar_type().intern();
    String element = ELEMENTS.getOrDefault(type, type.toString());
    // complex tensors and those without elements came after the names of Lua's time, and never got such a one
    if (tensor.is_meta()) return "Meta" + element + "Type";
    if (tensor.is_complex()) return (tensor.is_cuda() ? "CUDA" : "CPU") + element + "Type";
    return (tensor.is_cuda() ? "torch.cuda." : "torch.") + element + "Tensor";
  }
}
