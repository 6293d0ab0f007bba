package dev.jtorch.internal;

import java.util.function.Consumer;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.Tensor;

/** Puts hooks on tensors, wherever LibTorch wants them: with the node that made a tensor, or with a leaf. */
public final class TensorHooks {
  private TensorHooks() {}

  /** Runs {@code hook} on each gradient of a tensor; the result removes it. */
  public static Runnable onGradient(NativeTensor tensor, GradHooks.Hook hook) {
    Tensor hooked = requireGradient(tensor);
    try (Node node = hooked.grad_fn()) {
      if (node == null || node.isNull()) return LeafGradHooks.of(tensor).add(hook);
      return NodeAttachments.of(node).gradHooks(node, tensor).output(hooked.output_nr()).add(hook);
    }
  }

  /** Runs {@code action} on a handle of a leaf each time a gradient has been accumulated in it; the result removes it. */
  public static Runnable afterAccumulation(NativeTensor leaf, Consumer<NativeTensor> action) {
    if (!requireGradient(leaf).is_leaf()) {
      throw NativeErrors.failed("register_post_accumulate_grad_hook",
          "post accumulate grad hooks cannot be registered on non-leaf tensors");
    }
    return LeafGradHooks.of(leaf).addAfterAccumulation(leaf, action);
  }

  private static Tensor requireGradient(NativeTensor tensor) {
    Tensor hooked = tensor.use();
    if (hooked.requires_grad()) return hooked;
    throw NativeErrors.failed("register_hook", "cannot register a hook on a tensor that doesn't require gradient");
  }
}
