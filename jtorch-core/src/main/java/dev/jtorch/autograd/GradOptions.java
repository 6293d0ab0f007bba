package dev.jtorch.autograd;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Autograd#grad}.
 *
 * <p>Differs from PyTorch: {@code only_inputs}, which PyTorch ignores, does not exist.
 */
public final class GradOptions extends FluentOptions<GradOptions> {
  private @Nullable List<@Nullable Tensor> gradOutputs;
  private @Nullable Boolean retainGraph;
  private boolean createGraph = false;
  private @Nullable Boolean allowUnused;
  private boolean isGradsBatched = false;
  private boolean materializeGrads = false;

  /** The gradients of the result by each output; null, and any null in it, means one, for scalars. */
  public GradOptions gradOutputs(List<? extends @Nullable Tensor> gradOutputs) {
    return with(o -> o.gradOutputs = Collections.unmodifiableList(new ArrayList<>(gradOutputs)));
  }

  public @Nullable List<@Nullable Tensor> gradOutputs() { return gradOutputs; }

  /** For one output. */
  public GradOptions gradOutputs(Tensor gradient) {
    return gradOutputs(List.of(gradient));
  }

  /** Keeps the graph for another pass; null means as {@code createGraph}. */
  public GradOptions retainGraph(boolean retainGraph) {
    return with(o -> o.retainGraph = retainGraph);
  }

  public @Nullable Boolean retainGraph() { return retainGraph; }

  /** Records the pass itself, so that gradients can be differentiated. */
  public GradOptions createGraph(boolean createGraph) {
    return with(o -> o.createGraph = createGraph);
  }

  public boolean createGraph() { return createGraph; }

  /** An input that the outputs do not depend on gets null instead of an error; null means as {@code materializeGrads}. */
  public GradOptions allowUnused(boolean allowUnused) {
    return with(o -> o.allowUnused = allowUnused);
  }

  public @Nullable Boolean allowUnused() { return allowUnused; }

  /** The first dimension of each of {@code gradOutputs} counts gradients, each of which gets a pass of its own; the results are stacked in a new first dimension. */
  public GradOptions isGradsBatched(boolean isGradsBatched) {
    return with(o -> o.isGradsBatched = isGradsBatched);
  }

  public boolean isGradsBatched() { return isGradsBatched; }

  /** An input that the outputs do not depend on gets zeros. */
  public GradOptions materializeGrads(boolean materializeGrads) {
    return with(o -> o.materializeGrads = materializeGrads);
  }

  public boolean materializeGrads() { return materializeGrads; }
}
