package dev.jtorch.autograd;

import static dev.jtorch.bridge.Bridge.handles;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.internal.NativeAutograd;
import dev.jtorch.internal.NativeTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of some tensors by others, accumulated nowhere.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad.html">torch.autograd.grad</a>
 */
public final class Autograd {
  private Autograd() {}

  /** The gradients of a scalar by the inputs. */
  public static List<@Nullable Tensor> grad(Tensor output, List<? extends Tensor> inputs) {
    return grad(output, inputs, o -> o);
  }

  /** The gradients of one output by the inputs, with options. */
  public static List<@Nullable Tensor> grad(Tensor output, List<? extends Tensor> inputs,
      UnaryOperator<GradOptions> with) {
    return grad(List.of(output), inputs, with);
  }

  /**
   * The sums of the gradients of all outputs, by each input.
   *
   * @return one gradient for each input; null only where {@code allowUnused} permits it
   * @throws TorchException if there is not one output gradient for each output, if an input is not part of the graph and that
   *     is not allowed, or if the graph is gone
   */
  public static List<@Nullable Tensor> grad(List<? extends Tensor> outputs, List<? extends Tensor> inputs,
      UnaryOperator<GradOptions> with) {
    GradOptions o = with.apply(GradOptions.DEFAULT);
    List<Tensor> seeds = o.gradOutputs();
    if (seeds != null && seeds.size() != outputs.size()) {
      throw new TorchException("got " + outputs.size() + " tensors and " + seeds.size() + " gradients");
    }
    @Nullable NativeTensor[] natives = seeds == null ? new @Nullable NativeTensor[outputs.size()] : handles(seeds);
    @Nullable NativeTensor[] grads = NativeAutograd.grad(handles(outputs), handles(inputs), natives, o.retainGraph(),
        o.createGraph(), o.allowUnused() || o.materializeGrads());
    List<@Nullable Tensor> result = new ArrayList<>(grads.length);
    for (int i = 0; i < grads.length; i++) {
      NativeTensor grad = grads[i];
      if (grad != null) result.add(tensor(grad));
      else result.add(o.materializeGrads() ? Torch.zerosLike(inputs.get(i)) : null);
    }
    return result;
  }
}
