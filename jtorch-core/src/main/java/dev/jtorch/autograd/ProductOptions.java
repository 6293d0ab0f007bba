package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Autograd#vjp}, {@link Autograd#jvp}, {@link Autograd#vhp} and {@link Autograd#hvp}.
 *
 * @param v the vector, in the shape of the outputs for {@code vjp}, of the inputs for the others; null means one, where that
 *     is a single element
 * @param createGraph computes output and product so that they can be differentiated
 * @param strict an output that does not depend on an input is an error instead of a zero
 */
public record ProductOptions(@Nullable List<Tensor> v, boolean createGraph, boolean strict) {
  static final ProductOptions DEFAULT = new ProductOptions(null, false, false);

  public ProductOptions v(List<? extends Tensor> vector) {
    return new ProductOptions(List.copyOf(vector), createGraph, strict);
  }

  /** For a single tensor. */
  public ProductOptions v(Tensor vector) {
    return v(List.of(vector));
  }

  public ProductOptions createGraph(boolean on) { return new ProductOptions(v, on, strict); }

  public ProductOptions strict(boolean on) { return new ProductOptions(v, createGraph, on); }
}
