package dev.jtorch.nn;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.Tensor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

  // The same methods, with the class that they return.

  @Override public Model2<A, B, O> train() { return train(true); }

  @Override public Model2<A, B, O> train(boolean mode) {
    super.train(mode);
    return this;
  }

  @Override public Model2<A, B, O> eval() { return train(false); }

  @Override public Model2<A, B, O> apply(Consumer<? super Module> action) {
    super.apply(action);
    return this;
  }

  @Override public Model2<A, B, O> requiresGrad_() {
    super.requiresGrad_();
    return this;
  }

  @Override public Model2<A, B, O> requiresGrad_(boolean on) {
    super.requiresGrad_(on);
    return this;
  }

  @Override public Model2<A, B, O> to(DType dtype) {
    super.to(dtype);
    return this;
  }

  @Override public Model2<A, B, O> to(Device device) {
    super.to(device);
    return this;
  }

  @Override public Model2<A, B, O> to(String device) {
    super.to(device);
    return this;
  }

  @Override public Model2<A, B, O> to(Device device, DType dtype) {
    super.to(device, dtype);
    return this;
  }

  @Override public Model2<A, B, O> to(MemoryFormat format) {
    super.to(format);
    return this;
  }

  @Override public Model2<A, B, O> type(DType dtype) {
    super.type(dtype);
    return this;
  }

  @Override public Model2<A, B, O> toFloat() {
    super.toFloat();
    return this;
  }

  @Override public Model2<A, B, O> toDouble() {
    super.toDouble();
    return this;
  }

  @Override public Model2<A, B, O> toHalf() {
    super.toHalf();
    return this;
  }

  @Override public Model2<A, B, O> toBFloat16() {
    super.toBFloat16();
    return this;
  }

  @Override public Model2<A, B, O> half() {
    super.half();
    return this;
  }

  @Override public Model2<A, B, O> bfloat16() {
    super.bfloat16();
    return this;
  }

  @Override public Model2<A, B, O> cpu() {
    super.cpu();
    return this;
  }

  @Override public Model2<A, B, O> cuda() {
    super.cuda();
    return this;
  }

  @Override public Model2<A, B, O> cuda(int index) {
    super.cuda(index);
    return this;
  }

  @Override public Model2<A, B, O> applyToTensors(UnaryOperator<Tensor> convert) {
    super.applyToTensors(convert);
    return this;
  }

  @SuppressWarnings("unchecked") // a copy is of the same class
  @Override public Model2<A, B, O> deepCopy() { return (Model2<A, B, O>) super.deepCopy(); }
}
