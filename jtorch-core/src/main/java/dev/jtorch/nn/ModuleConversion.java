package dev.jtorch.nn;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.MemoryFormat;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.function.UnaryOperator;

/** Converts the tensors of a tree, as PyTorch's {@code Module._apply}. */
final class ModuleConversion {
  private ModuleConversion() {}

  static Module toDType(Module module, DType dtype) {
    if (!dtype.isFloatingPoint() && !dtype.isComplex()) {
      throw new DTypeException(
          "nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=" + dtype);
    }
    return apply(module, t -> t.isFloatingPoint() || t.isComplex() ? t.to(dtype) : t);
  }

  static Module toFormat(Module module, MemoryFormat format) {
    int rank = format == MemoryFormat.CHANNELS_LAST_3D ? 5 : 4;
    return apply(module, t -> t.dim() == rank || format == MemoryFormat.CONTIGUOUS ? t.contiguous(format) : t);
  }

  /** Children first, and a module reachable by two paths twice, as in Python. */
  static Module apply(Module module, UnaryOperator<Tensor> convert) {
    module.children().forEach(child -> apply(child, convert));
    try (var quiet = Torch.noGrad()) {
      for (Slot slot : module.slots()) {
        Object value = slot.get(module);
        if (value instanceof Parameter p) convert(p, convert);
        else if (value instanceof Buffer b) slot.set(module, b.with(convert.apply(b)));
      }
    }
    return module;
  }

  private static void convert(Parameter parameter, UnaryOperator<Tensor> convert) {
    Tensor grad = parameter.grad();
    if (grad != null) parameter.grad(null); // a gradient may not differ from its parameter in type or device meanwhile
    parameter.data(convert.apply(parameter.data()));
    if (grad != null) parameter.grad(convert.apply(grad).requiresGrad_(grad.requiresGrad()));
  }
}
