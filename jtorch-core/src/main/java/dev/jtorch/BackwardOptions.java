package dev.jtorch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of a backward pass.
 *
 * @param retainGraph keeps the graph for another pass; null means as {@code createGraph}
 * @param createGraph records the pass itself, so that gradients can be differentiated
 * @param inputs the only leaves that receive gradients; null means all
 */
public record BackwardOptions(@Nullable Boolean retainGraph, boolean createGraph, @Nullable List<Tensor> inputs) {
  /** What a backward pass does unless asked for something else. */
  public static final BackwardOptions DEFAULT = new BackwardOptions(null, false, null);

  public BackwardOptions retainGraph(boolean on) { return new BackwardOptions(on, createGraph, inputs); }

  public BackwardOptions createGraph(boolean on) { return new BackwardOptions(retainGraph, on, inputs); }

  /**
   * The only leaves that receive gradients.
   *
   * @throws TorchException if there are none
   */
  public BackwardOptions inputs(List<? extends Tensor> leaves) {
    if (leaves.isEmpty()) throw new TorchException("`inputs` argument to `backward()` cannot be empty.");
    return new BackwardOptions(retainGraph, createGraph, List.copyOf(leaves));
  }
}
