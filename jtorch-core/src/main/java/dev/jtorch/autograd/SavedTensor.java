package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.CallbackNode;
import dev.jtorch.internal.NativeAutograd;

/**
 * A tensor that waits for the backward pass. It has a handle of its own, which no scope frees.
 *
 * <p>An output is saved outside the graph: inside, it would hold the node that holds it. It gets its place in the graph back when
 * it is taken out while gradients are recorded.
 */
final class SavedTensor {
  private static final int NO_OUTPUT = -1;

  private final Tensor tensor;
  private final int output;
  private final long version;

  private SavedTensor(Tensor tensor, int output) {
    this.tensor = tensor.keepForever();
    this.output = output;
    version = tensor.version();
  }

  /** An input, or what is neither input nor output. */
  static SavedTensor of(Tensor saved) {
    return new SavedTensor(Bridge.tensor(Bridge.handle(saved).share()), NO_OUTPUT);
  }

  static SavedTensor ofOutput(Tensor saved, int output) {
    return new SavedTensor(saved.detach(), output);
  }

  /** The tensor, for use in a backward step. */
  Tensor unpack(CallbackNode.Graph graph) {
    if (tensor.version() != version) throw changed();
    if (output == NO_OUTPUT || !NativeAutograd.gradMode()) return Bridge.tensor(Bridge.handle(tensor).share());
    Tensor fresh = tensor.detach();
    graph.attach(Bridge.handle(fresh), output);
    return fresh;
  }

  private TorchException changed() {
    return new TorchException(NativeAutograd.changedInPlace(Bridge.handle(tensor), version));
  }

  void release() { tensor.close(); }
}
