package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An operator of the user's own that is called by its name.
 *
 * <p>In four steps: write its forward, register it, call it through the registry, and, where it can be differentiated, register
 * its gradient:
 *
 * <pre>{@code
 * CustomOp.register("mylib::cube", (ctx, in) -> {
 *   ctx.saveForBackward(in);
 *   return in[0].pow(3);
 * }).registerAutograd((ctx, grads) -> new Tensor[] {grads[0].mul(ctx.savedTensor(0).pow(2)).mul(3)});
 * Tensor y = CustomOp.named("mylib::cube").call(x);
 * }</pre>
 *
 * <p>Differs from PyTorch: the forward sees the context, which takes the place of {@code setup_context}; an operator without a
 * gradient gives outputs that require none, rather than an error in the backward pass; there are no schemas and no kernels by
 * device, and TorchScript does not see the operator.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/library.html#torch.library.custom_op">torch.library.custom_op</a>
 */
public final class CustomOp {
  private static final Map<String, CustomOp> REGISTERED = new ConcurrentHashMap<>();

  private final String name;
  private final Forward forward;
  private volatile @Nullable Backward backward;

  private CustomOp(String name, Forward forward) {
    this.name = name;
    this.forward = forward;
  }

  /** Computes the output of an operator. */
  @FunctionalInterface
  public interface Forward {
    Tensor run(FunctionContext ctx, @Nullable Tensor[] inputs);
  }

  /** Computes the gradients by an operator's inputs; null for those that have none. */
  @FunctionalInterface
  public interface Backward {
    @Nullable Tensor[] run(FunctionContext ctx, @Nullable Tensor[] gradOutputs);
  }

  /**
   * Registers an operator.
   *
   * @param name of the form {@code namespace::name}
   * @throws TorchException if the name has another form or is taken
   */
  public static CustomOp register(String name, Forward forward) {
    if (!name.matches("\\w+::\\w+")) {
      throw new TorchException("CustomOp: name is '" + name + "' (expected: the form namespace::name)");
    }
    var made = new CustomOp(name, forward);
    if (REGISTERED.putIfAbsent(name, made) != null) {
      throw new TorchException("CustomOp: '" + name + "' is registered already (expected: a new name)");
    }
    return made;
  }

  /**
   * The operator of a name.
   *
   * @throws TorchException if none is registered
   */
  public static CustomOp named(String name) {
    CustomOp found = REGISTERED.get(name);
    if (found != null) return found;
    throw new TorchException("CustomOp: no operator '" + name + "' (expected: one of "
        + String.join(", ", new TreeMap<>(REGISTERED).keySet()) + ")");
  }

  /** Gives the operator a gradient, or another one than it had. */
  public CustomOp registerAutograd(Backward gradient) {
    backward = gradient;
    return this;
  }

  /** {@return the operator's name} */
  public String name() { return name; }

  /** Calls the operator. */
  public Tensor call(@Nullable Tensor... inputs) {
    return new Differentiable(forward, backward).apply(inputs);
  }

  /** Takes the operator out of the registry; who holds it can go on calling it. */
  public void unregister() {
    REGISTERED.remove(name, this);
  }

  @Override public String toString() { return "CustomOp(" + name + ")"; }

  /** The operator as a function in the graph. */
  private static final class Differentiable extends Function {
    private final Forward forward;
    private final @Nullable Backward gradient;

    Differentiable(Forward forward, @Nullable Backward gradient) {
      this.forward = forward;
      this.gradient = gradient;
    }

    @Override protected Tensor forward(FunctionContext ctx, @Nullable Tensor... inputs) {
      Tensor output = forward.run(ctx, inputs);
      if (gradient == null) ctx.markNonDifferentiable(output);
      return output;
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... gradOutputs) {
      return Objects.requireNonNull(gradient).run(ctx, gradOutputs);
    }
  }
}
