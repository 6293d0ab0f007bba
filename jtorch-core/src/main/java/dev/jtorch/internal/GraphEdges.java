package dev.jtorch.internal;

import org.bytedeco.pytorch.Tensor;

/** Finds where in the graph a tensor's gradient goes. */
final class GraphEdges {
  private GraphEdges() {}

  /**
   * A use of a tensor, whose node's only edge leads where the tensor's gradient goes: to the node that made it, or to the
   * accumulator of a leaf, which LibTorch shows in no other way.
   */
  static Tensor use(Tensor tensor) {
    boolean recording = NativeAutograd.gradMode();
    if (recording) return tensor.alias();
    NativeAutograd.gradMode(true);
    try {
      return tensor.alias();
    } finally {
      NativeAutograd.gradMode(false);
    }
  }
}
