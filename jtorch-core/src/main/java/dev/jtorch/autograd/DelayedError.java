package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.CallbackNode;
import dev.jtorch.internal.NativeTensor;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Lets tensors be used but not differentiated: a backward pass that comes to them throws. */
final class DelayedError {
  private final String message;

  DelayedError(String message) {
    this.message = message;
  }

  /** The results, behind a node that throws where one of the sources requires a gradient. */
  @Nullable Tensor[] tie(@Nullable Tensor[] sources, @Nullable Tensor[] results) {
    var behind = new ArrayList<NativeTensor>();
    for (Tensor source : sources) if (source != null && source.requiresGrad()) behind.add(Bridge.handle(source));
    if (behind.isEmpty()) return results;
    CallbackNode node = CallbackNode.behind(behind.toArray(NativeTensor[]::new));
    @Nullable Tensor[] tied = new @Nullable Tensor[results.length];
    for (int i = 0; i < results.length; i++) {
      Tensor result = results[i];
      if (result == null) continue;
      Tensor fresh = result.detach();
      node.output(Bridge.handle(fresh));
      tied[i] = fresh;
    }
    node.complete("DelayedError", this, (graph, grads) -> {
      throw new TorchException(message);
    });
    return tied;
  }
}
