package dev.jtorch.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.jspecify.annotations.Nullable;

/**
 * The owner of one LibTorch tensor handle: who may free it, when, and what happens to those who come late.
 *
 * <p>A handle is freed in one of two ways. {@link #release()} on the thread that made it frees it at once, provided no
 * other thread ever used it. In every other case the memory goes when the presets' garbage-collection hook finds the
 * handle unreachable; a native call holds its arguments reachable, so memory never disappears under a running call. That
 * is what makes use after release, and release while another thread computes, harmless: the worst outcome is an exception.
 */
public final class NativeTensor {
  private static final int OWNED = 0;
  /** Like {@link #OWNED}, but the maker is a virtual thread, which takes the slow way to every use: past its modes. */
  private static final int OWNED_VIRTUALLY = 1;
  /** Another thread than the maker has used the handle, so nobody can know that it is idle. */
  private static final int SHARED = 2;
  private static final int RELEASED = 3;
  private static final VarHandle STATE;
  private static final VarHandle OPTIONAL;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(NativeTensor.class, "state", int.class);
      OPTIONAL = MethodHandles.lookup().findVarHandle(NativeTensor.class, "optional", TensorOptional.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Tensor pointer;
  private final Thread maker;
  private int state;
  @SuppressWarnings("UnusedVariable") // read and written through OPTIONAL
  private @Nullable TensorOptional optional;
  @Nullable NativeScope scope;
  /** The hooks on a leaf; null where there never was one. */
  @Nullable LeafGradHooks leafHooks;
  private @Nullable LifeTrace trace;
  private @Nullable Object lastHolder;

  private NativeTensor(Tensor pointer, Thread maker) {
    this.pointer = pointer;
    this.maker = maker;
  }

  /** Takes over a handle that a native call returned; the innermost scope of this thread owns it. */
  static NativeTensor of(Tensor pointer) {
    ThreadState thread = ThreadState.current();
    var made = new NativeTensor(pointer, thread.thread);
    if (thread.modes != null) made.state = OWNED_VIRTUALLY;
    NativeScope innermost = thread.scope;
    if (innermost != null) innermost.add(made);
    thread.allocated(pointer.numel());
    if (LifeTrace.enabled()) made.trace = LifeTrace.start();
    if (AnomalyDetection.enabled()) AnomalyDetection.made(pointer);
    return made;
  }

  /** Takes over a handle that no scope may free: parameters, gradients, optimizer state. */
  static NativeTensor unowned(Tensor pointer) {
    NativeTensor made = of(pointer);
    made.leaveScopes();
    return made;
  }

  /** A handle of its own on a tensor that somebody else holds. */
  public NativeTensor share() {
    return of(new Tensor(use()));
  }

  /** The native tensor of an argument that must not be null. */
  static Tensor use(@Nullable NativeTensor tensor, String name) {
    if (tensor == null) throw Arguments.missingTensor(name);
    return tensor.use();
  }

  /**
   * The native tensor, for a call in this package that follows at once: nothing between here and there may block, because a
   * virtual thread would go on with another thread's modes ({@link VirtualModes}).
   */
  Tensor use() {
    return maker == Thread.currentThread() && state == OWNED ? pointer : useSlowly();
  }

  private Tensor useSlowly() {
    if (maker != Thread.currentThread()) {
      int owned = (int) STATE.getVolatile(this);
      if (owned < SHARED) STATE.compareAndSet(this, owned, SHARED);
    }
    if ((int) STATE.getVolatile(this) == RELEASED) throw NativeErrors.released(this);
    VirtualModes.apply();
    return pointer;
  }

  /** This handle as an optional argument; made once, because parameters are passed so at every step. */
  static TensorOptional optional(@Nullable NativeTensor tensor) {
    if (tensor == null) return Optionals.noTensor();
    Tensor native_ = tensor.use();
    // a plain read could find an optional whose address is still to be written
    var known = (TensorOptional) OPTIONAL.getAcquire(tensor);
    return known == null ? tensor.firstOptional(native_) : known;
  }

  /** Threads that come here together make one each, and all use the first. */
  private TensorOptional firstOptional(Tensor native_) {
    var made = new TensorOptional(native_);
    var first = (TensorOptional) OPTIONAL.compareAndExchange(this, null, made);
    if (first == null) return made;
    made.close();
    return first;
  }

  /** Ends the tensor's life for its users; repeated calls do nothing. */
  public void release() {
    if (trace != null && !released()) trace = trace.releasedHere();
    if ((int) STATE.getAndSet(this, RELEASED) >= SHARED || maker != Thread.currentThread()) return;
    free();
  }

  /** Ends the tensor's life because its user says so, and with it perhaps that of its graph. */
  public void close() {
    release();
    NodeAttachments.sweep();
  }

  /** Frees a handle that only the caller can still have, on whatever thread that is. */
  public void releaseAnywhere() {
    if ((int) STATE.getAndSet(this, RELEASED) == RELEASED) return;
    free();
  }

  private void free() {
    var known = (TensorOptional) OPTIONAL.getAcquire(this);
    if (known != null) known.close();
    pointer.close();
  }

  void releaseAtEndOf(@Nullable Object holder) {
    release();
    lastHolder = holder;
  }

  /** Whose call ended the tensor's life; null where a user's scope or close did. */
  public @Nullable Object lastHolder() {
    return lastHolder;
  }

  public boolean released() { return (int) STATE.getVolatile(this) == RELEASED; }

  /** Hands the tensor to the scope around its own, or to the collector where there is none. */
  public void keep() {
    NativeScope from = scope;
    if (from != null) from.keep(this);
  }

  /** Takes the tensor out of every scope: from here on only the collector or a close frees it. */
  public void leaveScopes() {
    scope = null;
  }

  /** True where the innermost scope of this thread owns the tensor. */
  public boolean inInnermostScope() {
    return scope != null && scope == ThreadState.current().scope;
  }

  /** Two handles on one LibTorch tensor: the same gradient, the same parameter. */
  public boolean sameTensor(NativeTensor other) {
    return use().is_same(other.use());
  }

  public @Nullable LifeTrace trace() { return trace; }
}
