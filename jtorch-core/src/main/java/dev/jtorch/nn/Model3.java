package dev.jtorch.nn;

import org.jspecify.annotations.Nullable;

/**
 * A model of three inputs: {@code attention.call(query, key, value)}.
 *
 * <p>Subclasses write {@link #forward(Object, Object, Object)}. Hooks, summaries and whatever else handles any model see all inputs as
 * one record, {@link Inputs}. An input that may be absent has a nullable type. A model of more inputs extends {@link Model} with a
 * record of its own.
 *
 * @param <A> the first input
 * @param <B> the second input
 * @param <C> the third input
 * @param <O> the output
 * @see Model2
 */
public abstract class Model3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, O>
    extends
      Model<Model3.Inputs<A, B, C>, O> {
  /**
   * The inputs of one call, as hooks see them.
   *
   * @param first the first input
   * @param second the second input
   * @param third the third input
   * @param <A> the type of the first input
   * @param <B> the type of the second input
   * @param <C> the type of the third input
   */
  public record Inputs<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>(A first,
      B second, C third) {}

  /** Computes the output. It is protected so that nobody passes the hooks by. */
  protected abstract O forward(A first, B second, C third);

  @Override protected final O forward(Inputs<A, B, C> inputs) {
    return forward(inputs.first(), inputs.second(), inputs.third());
  }

  /** Runs pre-hooks, {@link #forward(Object, Object, Object)} and hooks, as {@link #call(Object)} does. */
  public final O call(A first, B second, C third) {
    return call(new Inputs<>(first, second, third));
  }
}
