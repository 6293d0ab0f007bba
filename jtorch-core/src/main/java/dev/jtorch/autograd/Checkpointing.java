package dev.jtorch.autograd;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Trades time for memory: what a part of the network computes on the way is not kept for the backward pass but computed again
 * there.
 *
 * <p>The part must give the same result both times. Random numbers of the CPU and of the CUDA devices of the inputs are drawn again
 * as they were. Parameters that the part uses get their gradients as ever.
 *
 * <p>Differs from PyTorch: it works as {@code use_reentrant=True} does, but also where only parameters require gradients; so the
 * outputs always require one while gradients are recorded. A gradient of a gradient through it is refused.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/checkpoint.html">torch.utils.checkpoint</a>
 */
public final class Checkpointing {
  private Checkpointing() {}

  /** A part of several tensors in and out. */
  @FunctionalInterface
  public interface Part {
    Tensor[] call(@Nullable Tensor[] inputs);
  }

  /** Calls {@code part} without keeping what it computes on the way. */
  public static Tensor checkpoint(UnaryOperator<Tensor> part, Tensor input) {
    return checkpoint(part, input, o -> o);
  }

  /** Calls {@code part} without keeping what it computes on the way. */
  public static Tensor checkpoint(UnaryOperator<Tensor> part, Tensor input, UnaryOperator<CheckpointingOptions> with) {
    return checkpoint(in -> new Tensor[] {part.apply(required(in[0]))}, new @Nullable Tensor[] {input}, with).get(0);
  }

  /**
   * Calls {@code part} without keeping what it computes on the way.
   *
   * @throws TorchException in the backward pass, if it is one of {@code Autograd.grad} or for chosen inputs only, or if no output
   *     depends on anything that requires a gradient
   */
  public static List<Tensor> checkpoint(Part part, @Nullable Tensor[] inputs,
      UnaryOperator<CheckpointingOptions> with) {
    boolean sameNumbers = configured(new CheckpointingOptions(), with).preserveRngState();
    @Nullable Tensor[] all = Arrays.copyOf(inputs, inputs.length + 1);
    all[inputs.length] = Torch.zeros().requiresGrad_();
    return new CheckpointFunction(part, sameNumbers ? RandomStates.of(inputs) : null).apply(all);
  }

  /**
   * Calls a chain of functions in segments, of which all but the last keep only their input.
   *
   * @param segments number of parts of equal length that the chain is cut into
   * @throws TorchException if {@code segments} is not between 1 and the number of functions
   */
  public static Tensor checkpointSequential(List<? extends UnaryOperator<Tensor>> functions, int segments,
      Tensor input) {
    return checkpointSequential(functions, segments, input, o -> o);
  }

  /** The same as {@link #checkpointSequential(List, int, Tensor)}, with options. */
  public static Tensor checkpointSequential(List<? extends UnaryOperator<Tensor>> functions, int segments, Tensor input,
      UnaryOperator<CheckpointingOptions> with) {
    if (segments < 1 || segments > functions.size()) {
      throw new TorchException("checkpointSequential: segments is " + segments + " (expected: from 1 to the "
          + functions.size() + " functions)");
    }
    int length = functions.size() / segments;
    Tensor x = input;
    for (int i = 0; i < segments - 1; i++) {
      var segment = functions.subList(i * length, (i + 1) * length);
      x = checkpoint(in -> chain(segment, in), x, with);
    }
    return chain(functions.subList((segments - 1) * length, functions.size()), x);
  }

  private static Tensor chain(List<? extends UnaryOperator<Tensor>> functions, Tensor input) {
    Tensor x = input;
    for (UnaryOperator<Tensor> function : functions) x = function.apply(x);
    return x;
  }

  private static Tensor required(@Nullable Tensor input) {
    return Objects.requireNonNull(input);
  }
}
