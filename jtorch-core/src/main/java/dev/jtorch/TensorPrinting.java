package dev.jtorch;

import dev.jtorch.internal.text.Edges;
import dev.jtorch.internal.text.PrintedElements;
import dev.jtorch.internal.text.PrintedTensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tensor as the printer sees it: only the elements that will be printed are read, and nothing is recorded or left. */
record TensorPrinting(Tensor tensor, String heading) implements PrintedTensor {
  @Override public long[] shape() { return tensor.shape().toLongArray(); }

  @Override public String dtype() { return tensor.dtype().torchName(); }

  @Override public String defaultDtype() { return DefaultDtype.get().torchName(); }

  @Override public @Nullable String device() {
    Device device = tensor.device();
    return device.isCpu() ? null : device.toString();
  }

  @Override public boolean requiresGrad() { return tensor.requiresGrad(); }

  /** Python prints the node's class, without the namespace that some of LibTorch's own names carry. */
  @Override public @Nullable String gradFnName() {
    String name = tensor.gradFn();
    return name == null ? null : name.substring(name.lastIndexOf(':') + 1);
  }

  @Override public PrintedElements elements(Edges edges) {
    try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
      Tensor kept = tensor.detach();
      for (int dim = 0; dim < edges.rank(); dim++) {
        if (edges.cuts(dim)) kept = ends(kept, dim, edges.items());
      }
      return read(kept);
    }
  }

  private static Tensor ends(Tensor tensor, int dim, int items) {
    long size = tensor.size(dim);
    return Torch.cat(List.of(tensor.narrow(dim, 0, items), tensor.narrow(dim, size - items, items)), dim);
  }

  private static PrintedElements read(Tensor kept) {
    DType dtype = kept.dtype();
    if (dtype.isComplex()) return complexes(kept);
    if (dtype.isFloatingPoint()) return new PrintedElements.Floats(kept.toDoubleArray());
    if (dtype == DType.BOOL) return new PrintedElements.Booleans(kept.toBooleanArray());
    // a uint64 keeps its bits in an int64
    if (dtype == DType.UINT64) return new PrintedElements.UnsignedLongs(kept.toLong().toLongArray());
    return new PrintedElements.Integers(kept.toLongArray());
  }

  private static PrintedElements complexes(Tensor kept) {
    double[] parts = Torch.viewAsReal(kept.to(DType.COMPLEX128)).toDoubleArray();
    var real = new double[parts.length / 2];
    var imag = new double[real.length];
    for (int i = 0; i < real.length; i++) {
      real[i] = parts[2 * i];
      imag[i] = parts[2 * i + 1];
    }
    return new PrintedElements.Complexes(real, imag);
  }
}
