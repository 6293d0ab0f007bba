package dev.jtorch.autograd;

import dev.jtorch.FluentOptions;

/**
 * Options of {@link Autograd#jacobian} and {@link Autograd#hessian}.
 *
 * <p>Differs from PyTorch: {@code strategy} and {@code outer_jacobian_strategy} do not exist, because there is no forward mode.
 */
public final class JacobianOptions extends FluentOptions<JacobianOptions> {
  private boolean createGraph = false;
  private boolean strict = false;
  private boolean vectorize = false;

  /** Computes the result so that it can be differentiated. */
  public JacobianOptions createGraph(boolean createGraph) {
    return with(o -> o.createGraph = createGraph);
  }

  public boolean createGraph() { return createGraph; }

  /** An output that does not depend on an input is an error instead of a zero. */
  public JacobianOptions strict(boolean strict) {
    return with(o -> o.strict = strict);
  }

  public boolean strict() { return strict; }

  /** Gives the same result by one pass over a batch of rows instead of a pass for each row in PyTorch; here it takes a pass for each row in any case. */
  public JacobianOptions vectorize(boolean vectorize) {
    return with(o -> o.vectorize = vectorize);
  }

  public boolean vectorize() { return vectorize; }
}
