package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Autograd#grad}.
 *
 * @param gradOutputs the gradients of the result by each output; null means ones, for scalars
 * @param retainGraph keeps the graph for another pass; null means as {@code createGraph}
 * @param createGraph records the pass itself, so that gradients can be differentiated
 * @param allowUnused an input that the outputs do not depend on gets null instead of an error
 * @param materializeGrads such an input gets zeros
 */
public record GradOptions(@Nullable List<Tensor> gradOutputs, @Nullable Boolean retainGraph, boolean createGraph,
    boolean allowUnused, boolean materializeGrads) {
  static final GradOptions DEFAULT = new GradOptions(null, null, false, false, false);

  public GradOptions gradOutputs(List<? extends Tensor> gradients) {
    return new GradOptions(List.copyOf(gradients), retainGraph, createGraph, allowUnused, materializeGrads);
  }

  public GradOptions retainGraph(boolean on) {
    return new GradOptions(gradOutputs, on, createGraph, allowUnused, materializeGrads);
  }

  public GradOptions createGraph(boolean on) {
    return new GradOptions(gradOutputs, retainGraph, on, allowUnused, materializeGrads);
  }

  public GradOptions allowUnused(boolean on) {
    return new GradOptions(gradOutputs, retainGraph, createGraph, on, materializeGrads);
  }

  public GradOptions materializeGrads(boolean on) {
    return new GradOptions(gradOutputs, retainGraph, createGraph, allowUnused, on);
  }
}
