package dev.jtorch.nn;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.Tensor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

  // The same methods, with the class that they return.

  @Override public Model3<A, B, C, O> train() { return train(true); }

  @Override public Model3<A, B, C, O> train(boolean mode) {
    super.train(mode);
    return this;
  }

  @Override public Model3<A, B, C, O> eval() { return train(false); }

  @Override public Model3<A, B, C, O> apply(Consumer<? super Module> action) {
    super.apply(action);
    return this;
  }

  @Override public Model3<A, B, C, O> requiresGrad_() {
    super.requiresGrad_();
    return this;
  }

  @Override public Model3<A, B, C, O> requiresGrad_(boolean on) {
    super.requiresGrad_(on);
    return this;
  }

  @Override public Model3<A, B, C, O> to(DType dtype) {
    super.to(dtype);
    return this;
  }

  @Override public Model3<A, B, C, O> to(Device device) {
    super.to(device);
    return this;
  }

  @Override public Model3<A, B, C, O> to(String device) {
    super.to(device);
    return this;
  }

  @Override public Model3<A, B, C, O> to(Device device, DType dtype) {
    super.to(device, dtype);
    return this;
  }

  @Override public Model3<A, B, C, O> to(MemoryFormat format) {
    super.to(format);
    return this;
  }

  @Override public Model3<A, B, C, O> type(DType dtype) {
    super.type(dtype);
    return this;
  }

  @Override public Model3<A, B, C, O> toFloat() {
    super.toFloat();
    return this;
  }

  @Override public Model3<A, B, C, O> toDouble() {
    super.toDouble();
    return this;
  }

  @Override public Model3<A, B, C, O> toHalf() {
    super.toHalf();
    return this;
  }

  @Override public Model3<A, B, C, O> toBFloat16() {
    super.toBFloat16();
    return this;
  }

  @Override public Model3<A, B, C, O> half() {
    super.half();
    return this;
  }

  @Override public Model3<A, B, C, O> bfloat16() {
    super.bfloat16();
    return this;
  }

  @Override public Model3<A, B, C, O> cpu() {
    super.cpu();
    return this;
  }

  @Override public Model3<A, B, C, O> cuda() {
    super.cuda();
    return this;
  }

  @Override public Model3<A, B, C, O> cuda(int index) {
    super.cuda(index);
    return this;
  }

  @Override public Model3<A, B, C, O> applyToTensors(UnaryOperator<Tensor> convert) {
    super.applyToTensors(convert);
    return this;
  }

  @SuppressWarnings("unchecked") // a copy is of the same class
  @Override public Model3<A, B, C, O> deepCopy() { return (Model3<A, B, C, O>) super.deepCopy(); }
}
