package dev.jtorch.autograd;

/**
 * Options of {@link Autograd#jacobian} and {@link Autograd#hessian}.
 *
 * <p>Differs from PyTorch: {@code strategy} and {@code outer_jacobian_strategy} do not exist, because there is no forward mode.
 *
 * @param createGraph computes the result so that it can be differentiated
 * @param strict an output that does not depend on an input is an error instead of a zero
 * @param vectorize gives the same result by one pass over a batch of rows instead of a pass for each row in PyTorch; here it
 *     takes a pass for each row in any case
 */
public record JacobianOptions(boolean createGraph, boolean strict, boolean vectorize) {
  static final JacobianOptions DEFAULT = new JacobianOptions(false, false, false);

  public JacobianOptions createGraph(boolean on) { return new JacobianOptions(on, strict, vectorize); }

  public JacobianOptions strict(boolean on) { return new JacobianOptions(createGraph, on, vectorize); }

  public JacobianOptions vectorize(boolean on) { return new JacobianOptions(createGraph, strict, on); }
}
