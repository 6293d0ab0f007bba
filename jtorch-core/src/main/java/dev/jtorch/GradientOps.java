package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handleOrNull;
import static dev.jtorch.Tensor.handles;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.NativeAutograd;
import dev.jtorch.internal.TensorHooks;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A tensor's part in automatic differentiation.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/autograd.html">torch.autograd</a>
 */
public sealed interface GradientOps permits Tensor {
  /** {@return whether operators record this tensor for gradients} */
  default boolean requiresGrad() {
    return NativeAutograd.requiresGrad(handle(this));
  }

  /**
   * Starts or stops recording for a leaf.
   *
   * @return this
   * @throws TorchException if the tensor is not a leaf, or is not of a floating or complex type
   */
  default Tensor requiresGrad_(boolean on) {
    NativeAutograd.requiresGrad_(handle(this), on);
    return (Tensor) this;
  }

  /** The same as {@link #requiresGrad_(boolean)}, for chains: {@code randn(2, 3).requiresGrad_()}. */
  default Tensor requiresGrad_() {
    return requiresGrad_(true);
  }

  /** The setter {@code t.requires_grad = on} of Python. */
  default Tensor requiresGrad(boolean on) {
    return requiresGrad_(on);
  }

  /** {@return whether no recorded operator made this tensor} */
  default boolean isLeaf() {
    return NativeAutograd.leaf(handle(this));
  }

  /** {@return the name of the node that made this tensor, such as {@code AddBackward0}; null for a leaf} */
  default @Nullable String gradFn() {
    return NativeAutograd.gradFn(handle(this));
  }

  /** Lets a tensor that is not a leaf keep its gradient after a backward pass. */
  default Tensor retainGrad() {
    NativeAutograd.retainGrad(handle(this));
    return (Tensor) this;
  }

  default boolean retainsGrad() { return NativeAutograd.retainsGrad(handle(this)); }

  /** {@return a tensor on the same storage that is not part of the graph} */
  default Tensor detach() {
    return tensor(AtenConversion.detach(handle(this)));
  }

  /** Takes this tensor out of the graph that made it. */
  default Tensor detach_() {
    AtenConversion.detach_(handle(this));
    return (Tensor) this;
  }

  /** {@return Python's {@code .data}: the same storage outside the graph, whose changes the version counter does not see} */
  default Tensor data() {
    return tensor(NativeAutograd.data(handle(this)));
  }

  /**
   * Puts the elements of another tensor behind this one, which stays the same object to optimizers and modules:
   * {@code p.data = other}.
   *
   * <p>Other threads that use this tensor meanwhile wait, and the change waits for what they are doing. Their results are
   * those of the old elements or of the new ones.
   *
   * @throws TorchException if another thread still computes after ten seconds
   */
  default Tensor data(Tensor other) {
    NativeAutograd.setData(handle(this), handle(required(other, "other")));
    return (Tensor) this;
  }

  /** {@return how often the tensor has been changed in place} */
  default long version() {
    return NativeAutograd.version(handle(this));
  }

  default boolean isInference() { return NativeAutograd.isInference(handle(this)); }

  default boolean isView() { return NativeAutograd.isView(handle(this)); }

  /**
   * Runs a hook on this tensor's gradient in every backward pass that computes it: for a leaf before it is accumulated, for
   * another tensor before it goes on to the node that made it. Hooks run in the order of registration, each on what the one
   * before it returned, and before {@link #retainGrad} keeps the gradient.
   *
   * <p>The hook lives as long as a graph may call it. One that refers to its own tensor keeps it alive until it is removed.
   *
   * <p>Differs from PyTorch: where no gradient arrives, as at an unused part of a split, the hook is not called.
   *
   * @throws TorchException if the tensor requires no gradient; and {@code backward} if the hook returns another shape or dtype
   * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.register_hook.html">register_hook</a>
   */
  default RemovableHandle registerHook(TensorHook hook) {
    return new RemovableHandle(TensorHooks.onGradient(handle(this), grad -> handleOrNull(hook.run(tensor(grad)))));
  }

  /**
   * Runs a hook on this leaf each time a backward pass has accumulated a gradient in it, such as a step of its optimizer.
   *
   * @param hook called with this leaf
   * @throws TorchException if the tensor is no leaf or requires no gradient
   * @see <a href=
   *     "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.register_post_accumulate_grad_hook.html">register_post_accumulate_grad_hook</a>
   */
  default RemovableHandle registerPostAccumulateGradHook(Consumer<? super Tensor> hook) {
    var self = new WeakReference<>((Tensor) this);
    return new RemovableHandle(TensorHooks.afterAccumulation(handle(this), leaf -> {
      Tensor same = self.get();
      hook.accept(same == null ? tensor(leaf.share()) : same);
    }));
  }

  /** Accumulates the gradient of this scalar into the leaves it depends on. */
  default void backward() {
    backward((Tensor) null);
  }

  /**
   * Accumulates gradients into the leaves.
   *
   * @param gradient the gradient of the result by this tensor; may be null for a scalar
   */
  default void backward(@Nullable Tensor gradient) { backward(gradient, o -> o); }

  /** A backward pass with options: {@code loss.backward(o -> o.retainGraph(true))}. */
  default void backward(UnaryOperator<BackwardOptions> with) {
    backward(null, with);
  }

  /**
   * Accumulates gradients into the leaves, with options.
   *
   * @throws TorchException if the graph is gone, if a tensor it needs was changed in place, or if this tensor is no scalar
   *     and no gradient is given
   */
  default void backward(@Nullable Tensor gradient, UnaryOperator<BackwardOptions> with) {
    BackwardOptions o = configured(new BackwardOptions(), with);
    List<Tensor> inputs = o.inputs();
    NativeAutograd.backward(handle(this), handleOrNull(gradient), o.retainGraph(), o.createGraph(),
        inputs == null ? null : handles(inputs));
  }
}
