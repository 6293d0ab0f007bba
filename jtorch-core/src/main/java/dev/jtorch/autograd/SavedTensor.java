package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.CallbackNode;
import dev.jtorch.internal.NativeAutograd;
import dev.jtorch.internal.NativeTensor;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable String maker;
  private final long version;

  private SavedTensor(Tensor tensor, int output, @Nullable String maker) {
    this.tensor = tensor.keepForever();
    this.output = output;
    this.maker = maker;
    version = tensor.version();
  }

  /** An input, or what is neither input nor output. */
  static SavedTensor of(Tensor saved) {
    return new SavedTensor(Bridge.tensor(Bridge.handle(saved).share()), NO_OUTPUT, null);
  }

  /** One of the outputs, without its history: the node would else hold itself. */
  static SavedTensor ofOutput(Tensor saved, int output, String maker) {
    return new SavedTensor(saved.detach(), output, maker);
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
    NativeTensor handle = Bridge.handle(tensor);
    return new TorchException(output == NO_OUTPUT ? NativeAutograd.changedInPlace(handle, version)
        : NativeAutograd.changedInPlace(handle, version, maker, output));
  }

  /** Frees it after a pass, while another thread may be in one. */
  void release() { tensor.close(); }

  /** Frees it after the graph, when nobody can be in a pass. */
  void releaseAnywhere() {
    Bridge.handle(tensor).releaseAnywhere();
  }
}
