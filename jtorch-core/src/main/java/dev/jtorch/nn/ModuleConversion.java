package dev.jtorch.nn;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.Device;
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
        if (value instanceof Parameter p) slot.set(module, converted(p, convert));
        else if (value instanceof Buffer b) slot.set(module, converted(b, convert));
      }
    }
    return module;
  }

  private static Buffer converted(Buffer buffer, UnaryOperator<Tensor> convert) {
    Tensor data = convert.apply(buffer);
    return data.isSameAs(buffer) ? buffer : buffer.with(data);
  }

  private static Parameter converted(Parameter parameter, UnaryOperator<Tensor> convert) {
    Tensor grad = parameter.grad();
    Tensor data = convert.apply(parameter);
    boolean inPlace = canTake(parameter, data);
    Parameter result = inPlace ? parameter : Parameter.of(data, parameter.requiresGrad());
    if (inPlace) parameter.data(data);
    if (grad == null) return result;
    Tensor gradData = convert.apply(grad);
    if (inPlace && canTake(grad, gradData)) grad.data(gradData);
    else result.grad(gradData.requiresGrad_(grad.requiresGrad()));
    return result;
  }

  /** Whether other elements can come behind a tensor that stays the same object. */
  private static boolean canTake(Tensor tensor, Tensor data) {
    return !FutureFlags.getOverwriteModuleParamsOnConversion()
        && (tensor.device().type() == Device.Type.META) == (data.device().type() == Device.Type.META);
  }
}
