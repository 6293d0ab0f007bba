package dev.jtorch.internal;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.AutogradState;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** LibTorch's autograd engine: what a tensor knows of its gradient, and the ways to start a backward pass. */
public final class NativeAutograd {
  private static final TensorArrayRefOptional NO_INPUTS = PooledNatives.kept(new TensorArrayRefOptional());

  static final Tensor UNDEFINED = PooledNatives.kept(new Tensor());

  private NativeAutograd() {}

  public static boolean gradMode() {
    VirtualModes virtual = VirtualModes.current();
    return virtual == null ? GradMode.is_enabled() : virtual.gradMode();
  }

  public static void gradMode(boolean on) {
    VirtualModes virtual = VirtualModes.current();
    if (virtual == null) GradMode.set_enabled(on);
    else virtual.gradMode(on);
  }

  public static boolean inferenceMode() {
    VirtualModes virtual = VirtualModes.current();
    return virtual == null ? InferenceMode.is_enabled() : virtual.inferenceMode();
  }

  /** Enters (or leaves, with false) inference mode on this thread until the returned action is run. */
  public static Runnable enterInferenceMode(boolean on) {
    VirtualModes virtual = VirtualModes.current();
    if (virtual != null) return virtual.enterInferenceMode(on);
    var mode = new InferenceMode(on);
    return mode::close;
  }

  /** A leaf that requires a gradient, for all threads, whatever the mode of the one that makes it. */
  static Tensor sharedLeaf(long... shape) {
    Runnable back = enterInferenceMode(false);
    try {
      return PooledNatives.kept(torch.zeros(shape).set_requires_grad(true));
    } finally {
      back.run();
    }
  }

  public static boolean requiresGrad(NativeTensor tensor) { return tensor.use().requires_grad(); }

  public static void requiresGrad_(NativeTensor tensor, boolean on) {
    if (tensor.use().requires_grad() == on) return;
    try (var change = Sharing.changeAlone(tensor)) {
      tensor.use().requires_grad_(on);
    } catch (RuntimeException e) {
      throw NativeErrors.translate("requires_grad_", e);
    }
  }

  public static boolean leaf(NativeTensor tensor) { return tensor.use().is_leaf(); }

  public static boolean isInference(NativeTensor tensor) { return tensor.use().is_inference(); }

  public static boolean isView(NativeTensor tensor) { return tensor.use().is_view(); }

  public static long version(NativeTensor tensor) { return tensor.use()._version(); }

  /** Counts a change in place that no operator may have counted. */
  public static void countChange(NativeTensor tensor) {
    tensor.use().unsafeGetTensorImpl().bump_version();
  }

  public static void retainGrad(NativeTensor tensor) {
    try (var change = Sharing.changeGradient("retain_grad", tensor)) {
      Sharing.retain();
      tensor.use().retain_grad();
    } catch (RuntimeException e) {
      throw NativeErrors.translate("retain_grad", e);
    }
  }

  public static boolean retainsGrad(NativeTensor tensor) { return tensor.use().retains_grad(); }

  /** The gradient, owned by no scope; null where there is none. */
  public static @Nullable NativeTensor grad(NativeTensor tensor) {
    Tensor reference;
    try (var look = Sharing.lookAtGradient(tensor)) {
      Tensor native_ = tensor.use();
      // the reader prints a warning about tensors that are no leaves; JTorch has one of its own
      Tensor grad = native_.is_leaf() ? native_.grad() : native_.mutable_grad();
      if (!grad.defined()) return null;
      reference = new Tensor(grad);
    }
    return NativeTensor.unowned(reference); // after the look, because making a handle may wait for a collection
  }

  /** The gradient as a tensor of the innermost scope, which lets go of it soon; null where there is none. */
  public static @Nullable NativeTensor gradForNow(NativeTensor tensor) {
    Tensor reference;
    try (var look = Sharing.lookAtGradient(tensor)) {
      Tensor grad = tensor.use().grad();
      if (!grad.defined()) return null;
      reference = new Tensor(grad);
    }
    return NativeTensor.alias(reference);
  }

  public static boolean hasGrad(NativeTensor tensor) {
    try (var look = Sharing.lookAtGradient(tensor)) {
      return tensor.use().grad().defined();
    }
  }

  /** True where {@code known} is still this tensor's gradient. */
  public static boolean isGrad(NativeTensor tensor, NativeTensor known) {
    Tensor expected = known.use();
    try (var look = Sharing.lookAtGradient(tensor)) {
      return tensor.use().grad().is_same(expected);
    }
  }

  public static void setGrad(NativeTensor tensor, @Nullable NativeTensor grad) {
    Tensor value = grad == null ? UNDEFINED : grad.use();
    try (var change = Sharing.changeGradient("grad", tensor)) {
      tensor.use().mutable_grad().put(value);
    } catch (RuntimeException e) {
      throw NativeErrors.translate("set_grad", e);
    }
  }

  /** A tensor with the same bytes and version counter, outside the graph: Python's {@code .data}. */
  public static NativeTensor data(NativeTensor tensor) {
    return NativeTensor.of(tensor.use().data());
  }

  /** Puts another tensor's bytes behind this one, which keeps its identity. */
  public static void setData(NativeTensor tensor, NativeTensor data) {
    Tensor value = data.use();
    try (var change = Sharing.change("data", tensor)) {
      tensor.use().set_data(value);
    } catch (RuntimeException e) {
      throw NativeErrors.translate("set_data", e);
    }
  }

  /** The name of the node that made the tensor, such as {@code AddBackward0}; null for a leaf. */
  public static @Nullable String gradFn(NativeTensor tensor) {
    try (Node node = tensor.use().grad_fn()) {
      if (node == null || node.isNull()) return null;
      NodeAttachments attachments = NodeAttachments.find(node);
      String ours = attachments == null ? null : attachments.name();
      if (ours != null) return ours;
      try (BytePointer name = node.name()) {
        return name.getString();
      }
    }
  }

  private static RuntimeException failure(String pass, RuntimeException e) {
    try {
      return AnomalyDetection.explained(NativeErrors.translate(pass, e));
    } catch (RuntimeException fromCallback) {
      throw AnomalyDetection.explained(fromCallback);
    }
  }

  /** LibTorch's words for a saved tensor whose version is no longer the one it had when it was saved. */
  public static String changedInPlace(NativeTensor tensor, long expected) {
    return changedInPlace(tensor, expected, gradFn(tensor), tensor.use().output_nr());
  }

  /** The same for a tensor that was put aside outside the graph, and whose node and place there are therefore given. */
  public static String changedInPlace(NativeTensor tensor, long expected, @Nullable String maker, long output) {
    Tensor changed = tensor.use();
    return AnomalyDetection
        .hinted("one of the variables needed for gradient computation has been modified by an inplace"
            + " operation: [" + TypeNames.legacy(changed) + " " + Arrays.toString(NativeData.sizes(tensor)) + "]"
            + (maker == null ? "" : ", which is output " + output + " of " + maker + ",") + " is at version "
            + changed._version() + "; expected version " + expected
            + " instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with"
            + " torch.autograd.set_detect_anomaly(True).");
  }

  /** Accumulates gradients into the leaves, or only into {@code inputs} where they are given. */
  public static void backward(NativeTensor tensor, @Nullable NativeTensor gradient, @Nullable Boolean retainGraph,
      boolean createGraph, NativeTensor @Nullable [] inputs) {
    try (var pass = new Pass(inputs != null, createGraph)) {
      Tensor root = tensor.use();
      BoolOptional retain = Optionals.of(retainGraph);
      if (inputs == null) {
        Tensor seed = gradient == null ? UNDEFINED : gradient.use();
        pass.run(() -> root.backward(seed, retain, createGraph, NO_INPUTS));
        return;
      }
      try (var vector = Vectors.of(inputs, "inputs")) {
        TensorOptional seed = NativeTensor.optional(gradient);
        pass.run(() -> root._backward(vector.get(), seed, retain, createGraph));
      }
    } catch (RuntimeException e) {
      throw failure("backward", e);
    }
  }

  /** Accumulates the gradients of several tensors into the leaves, or only into {@code inputs} where there are any. */
  public static void backward(NativeTensor[] tensors, @Nullable NativeTensor[] gradients, @Nullable Boolean retainGraph,
      boolean createGraph, NativeTensor[] inputs) {
    try (var pass = new Pass(inputs.length > 0, createGraph);
        var outs = Vectors.of(tensors, "tensors");
        var seeds = seeds(gradients);
        var leaves = Vectors.of(inputs, "inputs")) {
      BoolOptional retain = Optionals.of(retainGraph);
      pass.run(() -> torch.backward(outs.get(), seeds, retain, createGraph, leaves.get()));
    } catch (RuntimeException e) {
      throw failure("backward", e);
    }
  }

  /** Gradients of outputs by inputs; an entry is null where the input is not part of the graph. */
  public static @Nullable NativeTensor[] grad(NativeTensor[] outputs, NativeTensor[] inputs,
      @Nullable NativeTensor[] gradOutputs, @Nullable Boolean retainGraph, boolean createGraph) {
    try (var pass = new Pass(true, false);
        var outs = Vectors.of(outputs, "outputs");
        var ins = Vectors.of(inputs, "inputs");
        var seeds = seeds(gradOutputs);
        TensorVector grads = pass.get(() -> torch.grad(outs.get(), ins.get(), seeds, Optionals.of(retainGraph),
            createGraph, true))) {
      @Nullable NativeTensor[] owned = new @Nullable NativeTensor[inputs.length];
      for (int i = 0; i < owned.length; i++) {
        Tensor grad = grads.get(i);
        owned[i] = grad.defined() ? NativeTensor.of(new Tensor(grad)) : null;
      }
      return owned;
    } catch (RuntimeException e) {
      throw failure("grad", e);
    }
  }

  /**
   * A backward pass of this thread while it runs: its threads, and whether it is for chosen tensors only.
   *
   * <p>LibTorch would run what lies on a CUDA device on a thread of its own. Hooks and backward steps in Java belong on the
   * thread of whoever called, with its scopes and modes, on every device.
   */
  private static final class Pass implements AutoCloseable {
    private final OpenMp.Alone threads = SmallWork.backward();
    private final ThreadState state = ThreadState.current();
    private final boolean outer = state.chosenInputs;
    private final boolean replacesGradients;

    Pass(boolean chosenInputs, boolean createsGraph) {
      HookFailures.refillReserve();
      replacesGradients = createsGraph || Sharing.isRetaining();
      Sharing.enterRegion(state, replacesGradients);
      state.chosenInputs = chosenInputs;
    }

    void run(Runnable engine) {
      get(() -> {
        engine.run();
        return this;
      });
    }

    /** Makes the native call, which may block only in hooks and backward steps of Java: there a thread cannot change its carrier. */
    <T> T get(Supplier<T> engine) {
      VirtualModes.apply(); // what stands before the call may have blocked
      AutogradState modes = AutogradState.get_tls_state();
      boolean onSeveralThreads = modes.get_multithreading_enabled();
      modes.set_multithreading_enabled(false);
      if (state.modes != null) state.modes.enterPass();
      try {
        return engine.get();
      } finally {
        if (state.modes != null) state.modes.leavePass();
        modes.set_multithreading_enabled(onSeveralThreads);
      }
    }

    @Override public void close() {
      state.chosenInputs = outer;
      threads.close();
      Sharing.leaveRegion(state, replacesGradients);
      NodeAttachments.sweep();
    }
  }

  /** Whether the backward pass that calls back on this thread is for chosen tensors only. */
  public static boolean isForChosenInputs() {
    return ThreadState.current().chosenInputs;
  }

  private static TensorVector seeds(@Nullable NativeTensor[] gradOutputs) {
    var seeds = new Tensor[gradOutputs.length];
    for (int i = 0; i < seeds.length; i++) {
      NativeTensor seed = gradOutputs[i];
      seeds[i] = seed == null ? UNDEFINED : seed.use();
    }
    return new TensorVector(seeds);
  }

  /**
   * A use of a tensor, whose node's only edge leads where the tensor's gradient goes: to the node that made it, or to the
   * accumulator of a leaf, which LibTorch shows in no other way.
   */
  static Tensor use(Tensor tensor) {
    boolean recording = gradMode();
    if (recording) return tensor.alias();
    gradMode(true);
    try {
      return tensor.alias();
    } finally {
      gradMode(false);
    }
  }
}
