package dev.jtorch.autograd;

import static dev.jtorch.bridge.Bridge.handleOrNull;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.NativeTensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gradients that a backward pass starts from, checked with the messages of PyTorch's Python layer. */
final class Seeds {
  private Seeds() {}

  /**
   * One handle for each output; null where LibTorch fills in a one.
   *
   * @param seeds the gradients of the outputs; null means that none is given
   */
  static @Nullable NativeTensor[] of(List<? extends Tensor> outputs, @Nullable List<? extends @Nullable Tensor> seeds) {
    if (seeds != null && seeds.size() != outputs.size()) {
      throw new TorchException("got " + outputs.size() + " tensors and " + seeds.size() + " gradients");
    }
    @Nullable NativeTensor[] handles = new @Nullable NativeTensor[outputs.size()];
    for (int i = 0; i < handles.length; i++) {
      Tensor seed = seeds == null ? null : seeds.get(i);
      if (seed == null) requireScalar(outputs.get(i));
      else requireFit(i, outputs.get(i), seed);
      handles[i] = handleOrNull(seed);
    }
    return handles;
  }

  private static void requireScalar(Tensor output) {
    if (!output.requiresGrad()) return; // LibTorch says which one it is
    if (output.numel() != 1) throw new ShapeException("grad can be implicitly created only for scalar outputs");
    DType dtype = output.dtype();
    if (!dtype.isFloatingPoint()) {
      throw new DTypeException("grad can be implicitly created only for real scalar outputs but got " + dtype);
    }
  }

  private static void requireFit(int i, Tensor output, Tensor seed) {
    if (!seed.shape().equals(output.shape())) {
      throw new ShapeException(
          "Mismatch in shape: grad_output[" + i + "] has a shape of " + seed.shape() + " and output["
              + i + "] has a shape of " + output.shape() + ".");
    }
    if (seed.isComplex() != output.isComplex()) {
      throw new DTypeException("For complex Tensors, both grad_output and output are required to have the same dtype."
          + " Mismatch in dtype: grad_output[" + i + "] has a dtype of " + seed.dtype() + " and output[" + i
          + "] has a dtype of " + output.dtype() + ".");
    }
  }
}
