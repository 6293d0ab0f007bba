package dev.jtorch.autograd;

import dev.jtorch.GradModeGuard;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.internal.NativeAutograd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes a part of the network without recording, and again with recording in the backward pass.
 *
 * <p>Its last input only makes sure that there is a backward pass where no other input requires a gradient.
 */
final class CheckpointFunction extends MultiFunction {
  private final Checkpointing.Part part;
  private final @Nullable RandomStates rngStates;

  /** @param rngStates what random numbers start from when the part is computed again; null to go on with others */
  CheckpointFunction(Checkpointing.Part part, @Nullable RandomStates rngStates) {
    this.part = part;
    this.rngStates = rngStates;
  }

  @Override protected Tensor[] forward(FunctionContext ctx, @Nullable Tensor... inputs) {
    ctx.saveForBackward(inputs);
    ctx.setMaterializeGrads(false);
    return part.call(Arrays.copyOf(inputs, inputs.length - 1));
  }

  @OnceDifferentiable
  @Override protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... gradOutputs) {
    if (NativeAutograd.isForChosenInputs()) {
      throw new TorchException("torch.utils.checkpoint is incompatible with .grad() or passing an `inputs` parameter to"
          + " .backward(). To resolve this error, call .backward() without passing the `inputs` argument.");
    }
    @Nullable Tensor[] leaves = leaves(ctx.savedTensors());
    try (GradModeGuard recording = Torch.enableGrad()) {
      backward(again(Arrays.copyOf(leaves, leaves.length - 1)), gradOutputs);
    }
    @Nullable Tensor[] grads = new @Nullable Tensor[leaves.length];
    for (int i = 0; i < grads.length; i++) {
      Tensor leaf = leaves[i];
      grads[i] = leaf == null || !leaf.requiresGrad() ? null : leaf.grad();
    }
    return grads;
  }

  private @Nullable Tensor[] leaves(List<@Nullable Tensor> saved) {
    @Nullable Tensor[] leaves = new @Nullable Tensor[saved.size()];
    for (int i = 0; i < leaves.length; i++) {
      Tensor tensor = saved.get(i);
      if (tensor != null) leaves[i] = tensor.detach().requiresGrad_(tensor.requiresGrad());
    }
    return leaves;
  }

  private Tensor[] again(@Nullable Tensor[] leaves) {
    RandomStates states = rngStates;
    if (states == null) return part.call(leaves);
    RandomStates current = states.current();
    states.restore();
    try {
      return part.call(leaves);
    } finally {
      current.restore();
    }
  }

  private void backward(Tensor[] outputs, @Nullable Tensor[] gradOutputs) {
    var differentiable = new ArrayList<Tensor>();
    var grads = new ArrayList<Tensor>();
    for (int i = 0; i < outputs.length; i++) {
      Tensor grad = gradOutputs[i];
      if (grad == null || !outputs[i].requiresGrad()) continue;
      differentiable.add(outputs[i]);
      grads.add(grad);
    }
    if (differentiable.isEmpty()) {
      throw new TorchException("none of output has requires_grad=True, this checkpoint() is not necessary");
    }
    Autograd.backward(differentiable, grads);
  }
}
