package dev.jtorch.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.bytedeco.pytorch.AutogradState;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.global.torch.DispatchKey;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The modes of one virtual thread.
 *
 * <p>LibTorch keeps its modes in thread-locals of C++, which belong to the carrier: the operating system's thread that runs many
 * virtual threads in turn. So a virtual thread's modes are kept here, and {@link #apply} makes the carrier's equal to them before
 * each native call that depends on a mode. {@link NativeTensor#use} and {@link NativeOptions#get} call it for nearly all operators.
 * Only virtual threads run on carriers, so nothing has to be put back.
 *
 * <p>A virtual thread can change its carrier only where it blocks. Therefore nothing may block between {@code apply} and the
 * native call; whatever may block while arguments are prepared (a contended lock, the {@code close} of a native object) must call
 * {@code apply} again. Below a native frame a virtual thread cannot change its carrier at all.
 *
 * <p>During a backward pass LibTorch sets modes of its own for hooks and backward steps in Java. There the carrier's modes are
 * the ones that count, as they are on every other thread; {@link #enterPass} and {@link #leavePass} mark that time.
 *
 * <p>A new mode of LibTorch's joins with a field, a line in {@code toCarrier}, and a setter that is used where {@link #current}
 * gives an object.
 */
final class VirtualModes {
  /** {@code Thread.isVirtual()}; null before JDK 21. */
  private static final @Nullable MethodHandle IS_VIRTUAL = find();

  private static final AutogradState RECORDING = PooledNatives.kept(new AutogradState(true, false, true, true));
  private static final AutogradState INFERENCE = PooledNatives.kept(new AutogradState(false, true, false, false));

  /** Whether a virtual thread has ever chosen a CUDA device. */
  private static volatile boolean devicesChosen;

  private boolean grad = true;
  private boolean inference;
  private boolean alone;
  private int device;
  private int passes;

  private static @Nullable MethodHandle find() {
    try {
      return MethodHandles.publicLookup().findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  static boolean onVirtualThread() {
    if (IS_VIRTUAL == null) return false;
    try {
      return (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
    } catch (RuntimeException | Error e) {
      throw e; // the end of the stack, for one
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** The modes of this thread if it is virtual and in no backward pass; null where LibTorch's own modes count. */
  static @Nullable VirtualModes current() {
    if (!onVirtualThread()) return null;
    VirtualModes modes = ThreadState.current().modes;
    return modes == null || modes.passes > 0 ? null : modes;
  }

  /** Gives LibTorch the modes of this thread if it is virtual. */
  static void apply() {
    VirtualModes modes = current();
    if (modes != null) modes.toCarrier();
  }

  private void toCarrier() {
    OpenMp.onThisThread(alone ? 1 : BlasThreads.mostThreads());
    if (devicesChosen && torch.getDeviceIndex() != device) torch.setDeviceIndex((byte) device);
    if (InferenceMode.is_enabled() != inference) setInferenceMode(inference);
    if (GradMode.is_enabled() != grad) GradMode.set_enabled(grad);
  }

  /** What LibTorch's InferenceMode object does when it is made, for a thread that cannot close it where it was made. */
  private static void setInferenceMode(boolean on) {
    AutogradState.set_tls_state(on ? INFERENCE : RECORDING);
    torch.tls_set_dispatch_key_included(DispatchKey.ADInplaceOrView, !on);
    torch.tls_set_dispatch_key_excluded(DispatchKey.AutogradFunctionality, on);
    torch.tls_set_dispatch_key_excluded(DispatchKey.AutogradOther, on);
    torch.tls_set_dispatch_key_excluded(DispatchKey.AutogradNestedTensor, on);
  }

  boolean gradMode() { return grad; }

  boolean inferenceMode() { return inference; }

  void gradMode(boolean on) { set(on, inference); }

  /** Enters (or leaves, with false) inference mode until the returned action is run. */
  Runnable enterInferenceMode(boolean on) {
    boolean gradBefore = grad;
    boolean inferenceBefore = inference;
    set(!on, on);
    return () -> set(gradBefore, inferenceBefore);
  }

  private void set(boolean newGrad, boolean newInference) {
    grad = newGrad;
    inference = newInference;
    apply();
  }

  /** Until closed, operators of this thread wake no other thread. */
  OpenMp.Alone alone() {
    boolean before = alone;
    alone = true;
    return () -> alone = before;
  }

  int cudaDevice() { return device; }

  void cudaDevice(int index) {
    torch.setDeviceIndex((byte) index); // refuses one that does not exist
    device = index;
    devicesChosen = true;
  }

  /** Begins a native call that runs hooks and backward steps of Java on this thread, with the modes that LibTorch chooses for them. */
  void enterPass() {
    passes++;
  }

  void leavePass() { passes--; }
}
