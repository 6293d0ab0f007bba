package dev.jtorch.nn;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.RemovableHandle;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.internal.NativeScope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A module that is called: it turns an input into an output. Several tensors in or out are records, collections, maps, arrays,
 * optionals, or classes of your own that implement {@link dev.jtorch.TensorHolder}; a module of two or three inputs extends
 * {@link Model2} or {@link Model3}.
 *
 * <p>Subclasses write {@link #forward}; users write {@link #call}, which runs the hooks around it. A call is a scope of its
 * own: what {@code forward} made and did not return is freed when it ends. A tensor that {@code forward} or a hook puts aside
 * says {@link Tensor#keep()}.
 *
 * <p>Threads: any number of threads may call one model at the same time, hooks included. A call sees the hooks that are registered
 * when it begins. Do not train, move, load or change a model while others call it: nothing crashes, but each call computes with a
 * mixture of old and new values.
 *
 * @param <I> the input
 * @param <O> the output
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html">torch.nn.Module</a>
 */
public abstract class Model<I, O> extends Module {
  /** Transient: hooks are no part of a saved model. */
  private transient volatile @Nullable ModelHooks<I, O> hooks;

  /** Computes the output. It is protected so that nobody passes the hooks by. */
  protected abstract O forward(I input);

  /**
   * Runs pre-hooks, {@link #forward} and hooks.
   *
   * @throws TorchException if the output, or what a hook returns, is or holds an object that may hold tensors and that JTorch cannot
   *     look into; numbers, strings, dates and classes without such fields are fine
   */
  public final O call(I input) {
    NativeScope scope = NativeScope.openReusable(this);
    try {
      ModelHooks<I, O> around = hooks;
      O output = around == null && !ModuleHooks.Global.present() ? forward(input) : hooked(around, input);
      letOut(scope, output);
      return output;
    } catch (TorchException e) {
      if (e.place() instanceof ErrorPlace place) place.leaves(this);
      else e.place(new ErrorPlace(this, e));
      throw e;
    } finally {
      scope.close();
    }
  }

  @SuppressWarnings("unchecked") // hooks on all modules take what they get as objects
  private O hooked(@Nullable ModelHooks<I, O> own, I input) {
    var all = (ModelHooks<I, O>) ModuleHooks.Global.hooks();
    return new ModelHooks.HookedCall<>(this, all, own == null ? new ModelHooks<>() : own, input).run();
  }

  private static void letOut(NativeScope scope, @Nullable Object output) {
    if (output instanceof Tensor tensor) scope.promote(Bridge.handle(tensor));
    else TensorTree.forEach("output", output, tensor -> scope.promote(Bridge.handle(tensor)));
  }

  /** Runs {@code hook} before every {@code forward}, after the hooks that are there. */
  public final RemovableHandle registerForwardPreHook(ForwardPreHook<I> hook) {
    return registerForwardPreHook(hook, o -> o);
  }

  /** Runs {@code hook} before every {@code forward}. */
  public final RemovableHandle registerForwardPreHook(ForwardPreHook<I> hook, UnaryOperator<HookOptions> with) {
    return hooks().forwardPre.add(hook, configured(new HookOptions(), with));
  }

  /** Runs {@code hook} after every {@code forward}, after the hooks that are there. */
  public final RemovableHandle registerForwardHook(ForwardHook<I, O> hook) {
    return registerForwardHook(hook, o -> o);
  }

  /** Runs {@code hook} after every {@code forward}. */
  public final RemovableHandle registerForwardHook(ForwardHook<I, O> hook, UnaryOperator<HookOptions> with) {
    return hooks().forward.add(hook, configured(new HookOptions(), with));
  }

  /** Runs {@code hook} in every backward pass, when the gradients by the outputs are known, before the module's own part. */
  public final RemovableHandle registerFullBackwardPreHook(FullBackwardPreHook hook) {
    return registerFullBackwardPreHook(hook, o -> o);
  }

  /** Runs {@code hook} in every backward pass, when the gradients by the outputs are known, before the module's own part. */
  public final RemovableHandle registerFullBackwardPreHook(FullBackwardPreHook hook, UnaryOperator<HookOptions> with) {
    return hooks().backwardPre.add(hook, configured(new HookOptions(), with));
  }

  /**
   * Runs {@code hook} in every backward pass, when the gradients by the inputs are known, or by the outputs where no input requires
   * one. JTorch must be able to look into the input, as into the output. While there are such hooks, {@code forward}
   * must not change its inputs in place.
   *
   * <p>Differs from PyTorch: an output may be changed in place, and its gradient comes out right; there is no
   * {@code register_backward_hook}, which is deprecated.
   *
   * @see <a href=
   *     "https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_full_backward_hook">register_full_backward_hook</a>
   */
  public final RemovableHandle registerFullBackwardHook(FullBackwardHook hook) {
    return registerFullBackwardHook(hook, o -> o);
  }

  /** The same as {@link #registerFullBackwardHook(FullBackwardHook)}, with options. */
  public final RemovableHandle registerFullBackwardHook(FullBackwardHook hook, UnaryOperator<HookOptions> with) {
    return hooks().backward.add(hook, configured(new HookOptions(), with));
  }

  private synchronized ModelHooks<I, O> hooks() {
    ModelHooks<I, O> known = hooks;
    if (known == null) hooks = known = new ModelHooks<>();
    return known;
  }

  @SuppressWarnings("unchecked") // for hooks that take what they get as objects
  final ModelHooks<Object, Object> untypedHooks() {
    return (ModelHooks<Object, Object>) hooks();
  }

  // The same methods, with the class that they return.

  @Override public Model<I, O> train() { return train(true); }

  @Override public Model<I, O> train(boolean mode) {
    super.train(mode);
    return this;
  }

  @Override public Model<I, O> eval() { return train(false); }

  @Override public Model<I, O> apply(Consumer<? super Module> action) {
    super.apply(action);
    return this;
  }

  @Override public Model<I, O> requiresGrad_() {
    super.requiresGrad_();
    return this;
  }

  @Override public Model<I, O> requiresGrad_(boolean on) {
    super.requiresGrad_(on);
    return this;
  }

  @Override public Model<I, O> to(DType dtype) {
    super.to(dtype);
    return this;
  }

  @Override public Model<I, O> to(Device device) {
    super.to(device);
    return this;
  }

  @Override public Model<I, O> to(String device) {
    super.to(device);
    return this;
  }

  @Override public Model<I, O> to(Device device, DType dtype) {
    super.to(device, dtype);
    return this;
  }

  @Override public Model<I, O> to(MemoryFormat format) {
    super.to(format);
    return this;
  }

  @Override public Model<I, O> type(DType dtype) {
    super.type(dtype);
    return this;
  }

  @Override public Model<I, O> toFloat() {
    super.toFloat();
    return this;
  }

  @Override public Model<I, O> toDouble() {
    super.toDouble();
    return this;
  }

  @Override public Model<I, O> toHalf() {
    super.toHalf();
    return this;
  }

  @Override public Model<I, O> toBFloat16() {
    super.toBFloat16();
    return this;
  }

  @Override public Model<I, O> half() {
    super.half();
    return this;
  }

  @Override public Model<I, O> bfloat16() {
    super.bfloat16();
    return this;
  }

  @Override public Model<I, O> cpu() {
    super.cpu();
    return this;
  }

  @Override public Model<I, O> cuda() {
    super.cuda();
    return this;
  }

  @Override public Model<I, O> cuda(int index) {
    super.cuda(index);
    return this;
  }

  @Override public Model<I, O> applyToTensors(UnaryOperator<Tensor> convert) {
    super.applyToTensors(convert);
    return this;
  }

  @SuppressWarnings("unchecked") // a copy is of the same class
  @Override public Model<I, O> deepCopy() { return (Model<I, O>) super.deepCopy(); }

  /** The module in which an error happened, as seen from the outermost module that it has left so far. */
  static final class ErrorPlace implements Supplier<String> {
    private final Module innermost;
    private final Throwable error;
    private Module outermost;

    ErrorPlace(Module module, Throwable error) {
      innermost = module;
      outermost = module;
      this.error = error;
    }

    void leaves(Module module) { outermost = module; }

    /** {@code in layer1.0.conv1 (Conv2d)}; the type alone where the module was called by itself. */
    @Override public String get() {
      for (Map.Entry<String, Module> entry : outermost.namedModules().entrySet()) {
        if (entry.getValue() == innermost && !entry.getKey().isEmpty()) {
          return "in " + entry.getKey() + " (" + innermost.typeName() + line().map(line -> ", " + line).orElse("")
              + ")";
        }
      }
      return innermost.typeName() + line().map(line -> " (" + line + ")").orElse("");
    }

    /** Where in an anonymous class's source, whose name says only what it stands in. */
    private Optional<String> line() {
      Class<?> type = innermost.getClass();
      if (!type.isAnonymousClass()) return Optional.empty();
      return Stream.of(error.getStackTrace())
          .filter(e -> e.getClassName().equals(type.getName()) && e.getLineNumber() > 0)
          .findFirst().map(e -> "line " + e.getLineNumber());
    }
  }
}
