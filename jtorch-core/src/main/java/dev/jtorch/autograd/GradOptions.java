package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Autograd#grad}.
 *
 * <p>Differs from PyTorch: {@code only_inputs}, which PyTorch ignores, does not exist.
 *
 * @param gradOutputs the gradients of the result by each output; null, and any null in it, means one, for scalars
 * @param retainGraph keeps the graph for another pass; null means as {@code createGraph}
 * @param createGraph records the pass itself, so that gradients can be differentiated
 * @param allowUnused an input that the outputs do not depend on gets null instead of an error; null means as
 *     {@code materializeGrads}
 * @param isGradsBatched the first dimension of each of {@code gradOutputs} counts gradients, each of which gets a pass of its
 *     own; the results are stacked in a new first dimension
 * @param materializeGrads an input that the outputs do not depend on gets zeros
 */
public record GradOptions(@Nullable List<@Nullable Tensor> gradOutputs, @Nullable Boolean retainGraph,
    boolean createGraph, @Nullable Boolean allowUnused, boolean isGradsBatched, boolean materializeGrads) {
  static final GradOptions DEFAULT = new GradOptions(null, null, false, null, false, false);

  public GradOptions gradOutputs(List<? extends @Nullable Tensor> gradients) {
    return new GradOptions(Collections.unmodifiableList(new ArrayList<>(gradients)), retainGraph, createGraph,
        allowUnused, isGradsBatched, materializeGrads);
  }

  /** For one output. */
  public GradOptions gradOutputs(Tensor gradient) {
    return gradOutputs(List.of(gradient));
  }

  public GradOptions retainGraph(boolean on) {
    return new GradOptions(gradOutputs, on, createGraph, allowUnused, isGradsBatched, materializeGrads);
  }

  public GradOptions createGraph(boolean on) {
    return new GradOptions(gradOutputs, retainGraph, on, allowUnused, isGradsBatched, materializeGrads);
  }

  public GradOptions allowUnused(boolean on) {
    return new GradOptions(gradOutputs, retainGraph, createGraph, on, isGradsBatched, materializeGrads);
  }

  public GradOptions isGradsBatched(boolean on) {
    return new GradOptions(gradOutputs, retainGraph, createGraph, allowUnused, on, materializeGrads);
  }

  public GradOptions materializeGrads(boolean on) {
    return new GradOptions(gradOutputs, retainGraph, createGraph, allowUnused, isGradsBatched, on);
  }
}
