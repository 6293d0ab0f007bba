package dev.jtorch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of a backward pass. */
public final class BackwardOptions extends FluentOptions<BackwardOptions> {
  private @Nullable Boolean retainGraph;
  private boolean createGraph = false;
  private @Nullable List<Tensor> inputs;

  /** Keeps the graph for another pass; null means as {@code createGraph}. */
  public BackwardOptions retainGraph(boolean retainGraph) {
    return with(o -> o.retainGraph = retainGraph);
  }

  public @Nullable Boolean retainGraph() { return retainGraph; }

  /** Records the pass itself, so that gradients can be differentiated. */
  public BackwardOptions createGraph(boolean createGraph) {
    return with(o -> o.createGraph = createGraph);
  }

  public boolean createGraph() { return createGraph; }

  /**
   * The only leaves that receive gradients.
   *
   * @throws TorchException if there are none
   */
  public BackwardOptions inputs(List<? extends Tensor> leaves) {
    if (leaves.isEmpty()) throw new TorchException("`inputs` argument to `backward()` cannot be empty.");
    return with(o -> o.inputs = List.copyOf(leaves));
  }

  /** {@return the only leaves that receive gradients; null means all} */
  public @Nullable List<Tensor> inputs() {
    return inputs;
  }
}
