package dev.jtorch.autograd;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of {@link Autograd#vjp}, {@link Autograd#jvp}, {@link Autograd#vhp} and {@link Autograd#hvp}. */
public final class ProductOptions extends FluentOptions<ProductOptions> {
  private @Nullable List<Tensor> v;
  private boolean createGraph = false;
  private boolean strict = false;

  /** The vector, in the shape of the outputs for {@code vjp}, of the inputs for the others; null means one, where that is a single element. */
  public ProductOptions v(List<? extends Tensor> v) {
    return with(o -> o.v = List.copyOf(v));
  }

  public @Nullable List<Tensor> v() { return v; }

  /** For a single tensor. */
  public ProductOptions v(Tensor vector) {
    return v(List.of(vector));
  }

  /** Computes output and product so that they can be differentiated. */
  public ProductOptions createGraph(boolean createGraph) {
    return with(o -> o.createGraph = createGraph);
  }

  public boolean createGraph() { return createGraph; }

  /** An output that does not depend on an input is an error instead of a zero. */
  public ProductOptions strict(boolean strict) {
    return with(o -> o.strict = strict);
  }

  public boolean strict() { return strict; }
}
