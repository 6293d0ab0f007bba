package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.CallbackNode;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.NativeAutograd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a function's {@code forward} leaves to its {@code backward}; one object for each call.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/autograd.html#context-method-mixins">Context method mixins</a>
 */
public final class FunctionContext {
  /** The backward steps that this thread is in, the innermost first. */
  private static final ThreadLocal<@Nullable Step> RUNNING = new ThreadLocal<>();

  private final boolean[] needsInputGrad;
  private final Map<String, Object> values = new HashMap<>();
  private @Nullable Tensor[] toSave = {};
  private Tensor[] dirty = {};
  private Tensor[] nonDifferentiable = {};
  private boolean materializeGrads = true;
  private volatile List<@Nullable SavedTensor> saved = List.of();
  private volatile boolean freed;
  private record Step(FunctionContext ctx, CallbackNode.Graph graph, @Nullable Step outer) {}

  FunctionContext(boolean[] needsInputGrad) {
    this.needsInputGrad = needsInputGrad;
  }

  /**
   * Saves tensors for {@link #savedTensor}: inputs, outputs, or others, which may be null. They are freed after the backward pass
   * unless the graph is retained, or else with the graph, and a change in place is noticed. The last call counts.
   */
  public void saveForBackward(@Nullable Tensor... tensors) { toSave = tensors.clone(); }

  /**
   * The saved tensors, in order.
   *
   * @throws TorchException if they have been freed, or one of them has been changed in place since
   */
  public List<@Nullable Tensor> savedTensors() {
    List<@Nullable Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < saved().size(); i++) tensors.add(unpacked(i));
    return tensors;
  }

  /**
   * One of the saved tensors.
   *
   * @throws TorchException if they have been freed, or this one has been changed in place since, or is null
   */
  public Tensor savedTensor(int index) {
    int count = saved().size();
    if (index < 0 || index >= count) {
      throw new TorchException("FunctionContext: saved tensor " + index + " (expected: one of " + count + ")");
    }
    Tensor tensor = unpacked(index);
    if (tensor == null) throw new TorchException("FunctionContext: saved tensor " + index + " is null");
    return tensor;
  }

  private @Nullable Tensor unpacked(int index) {
    SavedTensor entry = saved().get(index);
    if (entry == null) return null;
    for (Step step = RUNNING.get(); step != null; step = step.outer) {
      if (step.ctx == this) return entry.unpack(step.graph);
    }
    throw new TorchException("FunctionContext: saved tensors are asked for outside backward (expected: in backward)");
  }

  private List<@Nullable SavedTensor> saved() {
    if (!freed) return saved;
    throw new TorchException(
        "Trying to backward through the graph a second time (or directly access saved tensors after"
            + " they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or"
            + " autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you"
            + " need to access saved tensors after calling backward.");
  }

  /** {@return for each input whether it requires a gradient} */
  public boolean[] needsInputGrad() {
    return needsInputGrad.clone();
  }

  /** {@return whether an input requires a gradient, so that {@code backward} must compute one} */
  public boolean needsInputGrad(int index) {
    return needsInputGrad[index];
  }

  /** Says which inputs {@code forward} has changed in place; each must be one of its outputs. */
  public void markDirty(Tensor... inputs) {
    dirty = inputs.clone();
  }

  /** Says which outputs have no gradient; outputs of integers and booleans never have one. */
  public void markNonDifferentiable(Tensor... outputs) {
    nonDifferentiable = outputs.clone();
  }

  /** With false, {@code backward} sees null instead of zeros where an output has no gradient; default true. */
  public void setMaterializeGrads(boolean on) {
    materializeGrads = on;
  }

  /** Keeps a value that is no tensor, under a name: Python's {@code ctx.name = value}. */
  public void set(String name, Object value) {
    values.put(name, value);
  }

  /**
   * The value that {@link #set} kept under a name.
   *
   * @throws TorchException if there is none
   */
  public <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (type.isInstance(value)) return type.cast(value);
    throw new TorchException("FunctionContext: '" + name + "' is " + value + " (expected: a " + ClassNames.of(type)
        + " that forward has set)");
  }

  boolean materializesGrads() { return materializeGrads; }

  boolean isDirty(Tensor tensor) { return contains(dirty, tensor); }

  boolean isNonDifferentiable(Tensor output) { return contains(nonDifferentiable, output); }

  private static boolean contains(Tensor[] tensors, Tensor tensor) {
    return indexOf(tensors, tensor) >= 0;
  }

  static int indexOf(@Nullable Tensor[] tensors, Tensor tensor) {
    for (int i = 0; i < tensors.length; i++) {
      Tensor other = tensors[i];
      if (other != null && other.isSameAs(tensor)) return i;
    }
    return -1;
  }

  /** All inputs that were changed must have come out again. However that was done, it counts as a change in place. */
  void requireDirtyReturned(Tensor[] outputs) {
    for (Tensor changed : dirty) NativeAutograd.countChange(Bridge.handle(changed));
    if (Arrays.stream(dirty).allMatch(d -> contains(outputs, d))) return;
    throw new TorchException("Some elements marked as dirty during the forward method were not returned as output. The"
        + " inputs that are modified inplace must all be outputs of the Function.");
  }

  /**
   * Packs what {@code forward} saved, now that the outputs are known.
   *
   * @param nodeOutput which of the node's outputs one of these is; below zero for one without a gradient
   * @param nodeName what messages call the node
   */
  void pack(Tensor[] outputs, IntUnaryOperator nodeOutput, String nodeName) {
    List<@Nullable SavedTensor> packed = new ArrayList<>();
    for (Tensor tensor : toSave) {
      int index = tensor == null ? -1 : indexOf(outputs, tensor);
      int output = index < 0 ? -1 : nodeOutput.applyAsInt(index);
      if (tensor == null) packed.add(null);
      else packed.add(output < 0 ? SavedTensor.of(tensor) : SavedTensor.ofOutput(tensor, output, nodeName));
    }
    saved = packed;
    toSave = new Tensor[0];
  }

  /** Begins a backward step of this thread; other threads, and steps inside of this one, have theirs. */
  void enters(CallbackNode.Graph running) {
    RUNNING.set(new Step(this, running, RUNNING.get()));
  }

  /** Ends a backward step; frees what was saved unless another one may come. */
  void leaves() {
    Step step = Objects.requireNonNull(RUNNING.get());
    if (step.outer == null) RUNNING.remove();
    else RUNNING.set(step.outer);
    if (!step.graph.kept()) free(SavedTensor::release);
  }

  /** Frees what was saved, because the graph is gone. */
  void release() { free(SavedTensor::releaseAnywhere); }

  private void free(Consumer<SavedTensor> how) {
    freed = true;
    for (SavedTensor entry : saved) if (entry != null) how.accept(entry);
    saved = List.of();
  }
}
