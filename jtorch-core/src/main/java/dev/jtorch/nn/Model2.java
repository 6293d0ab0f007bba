package dev.jtorch.nn;

import org.jspecify.annotations.Nullable;

/**
 * A model of two inputs: {@code loss.call(input, target)}.
 *
 * <p>Subclasses write {@link #forward(Object, Object)}. Hooks, summaries and whatever else handles any model see both inputs as one
 * record, {@link Inputs}. An input that may be absent has a nullable type: {@code Model2<Tensor, @Nullable Tensor, Tensor>}.
 *
 * <pre>{@code
 * class Gate extends Model2<Tensor, Tensor, Tensor> {
 *   public Layer fc = new Linear(8, 8);
 *
 *   @Override protected Tensor forward(Tensor x, Tensor weights) { return fc.call(x).mul(weights); }
 * }
 *
 * Tensor y = new Gate().call(x, weights);
 * }</pre>
 *
 * @param <A> the first input
 * @param <B> the second input
 * @param <O> the output
 * @see Model3
 */
public abstract class Model2<A extends @Nullable Object, B extends @Nullable Object, O>
    extends
      Model<Model2.Inputs<A, B>, O> {
  /**
   * The inputs of one call, as hooks see them.
   *
   * @param first the first input
   * @param second the second input
   * @param <A> the type of the first input
   * @param <B> the type of the second input
   */
  public record Inputs<A extends @Nullable Object, B extends @Nullable Object>(A first, B second) {}

  /** Computes the output. It is protected so that nobody passes the hooks by. */
  protected abstract O forward(A first, B second);

  @Override protected final O forward(Inputs<A, B> inputs) {
    return forward(inputs.first(), inputs.second());
  }

  /** Runs pre-hooks, {@link #forward(Object, Object)} and hooks, as {@link #call(Object)} does. */
  public final O call(A first, B second) {
    return call(new Inputs<>(first, second));
  }
}
