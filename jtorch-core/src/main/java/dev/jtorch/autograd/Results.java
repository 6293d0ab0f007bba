package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands what this package computed from the scope of the computation to the caller's. */
final class Results {
  private Results() {}

  /** Moves the tensors that the innermost scope owns; those that a user's function brought along stay where they are. */
  static <L extends List<? extends @Nullable Tensor>> L handOut(L tensors) {
    for (Tensor tensor : tensors) {
      if (tensor != null && Bridge.handle(tensor).inInnermostScope()) tensor.keep();
    }
    return tensors;
  }
}
