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
  /** Another thread than the maker has used the handle, so nobody can know that it is idle. */
  private static final int SHARED = 1;
  private static final int RELEASED = 2;
  private static final VarHandle STATE;
  private static final VarHandle OPTIONAL;
  private static final VarHandle USER;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(NativeTensor.class, "state", int.class);
      OPTIONAL = MethodHandles.lookup().findVarHandle(NativeTensor.class, "optional", TensorOptional.class);
      USER = MethodHandles.lookup().findVarHandle(NativeTensor.class, "user", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Tensor pointer;
  private final Thread maker;
  /**
   * The only thread that uses the handle, which therefore need not check anything; null once there are several. A virtual
   * thread's {@link ThreadState} stands for it, so that each of its uses takes the slow way, past its modes.
   */
  private @Nullable Object user;
  /** Whether several threads use the tensor and it is part of a graph, so that their backward passes reach each other's tensors. */
  private volatile boolean graphIsShared;
  /** The handle on the same tensor whose user is this one's, too. */
  private @Nullable NativeTensor origin;
  @SuppressWarnings("UnusedVariable") // by its handle
  private int state;
  @SuppressWarnings("UnusedVariable") // read and written through OPTIONAL
  private @Nullable TensorOptional optional;
  @Nullable NativeScope scope;
  /** The hooks on a leaf; null where there never was one. */
  @Nullable LeafGradHooks leafHooks;
  private @Nullable LifeTrace trace;
  private @Nullable Object lastHolder;

  private NativeTensor(Tensor pointer, ThreadState maker) {
    this.pointer = pointer;
    this.maker = maker.thread;
    user = user(maker);
  }

  private static Object user(ThreadState thread) {
    return thread.modes == null ? thread.thread : thread;
  }

  /** Takes over a handle that a native call returned; the innermost scope of this thread owns it. */
  static NativeTensor of(Tensor pointer) {
    ThreadState thread = ThreadState.current();
    var made = new NativeTensor(pointer, thread);
    NativeScope innermost = thread.scope;
    if (innermost != null) innermost.add(made);
    thread.allocated(pointer.numel());
    if (LifeTrace.enabled()) made.trace = LifeTrace.start();
    if (AnomalyDetection.enabled()) AnomalyDetection.made(pointer);
    return made;
  }

  /** Takes over one of several handles on a tensor, which several threads may use at once. */
  static NativeTensor alias(Tensor pointer) {
    NativeTensor made = of(pointer);
    made.user = null;
    made.graphIsShared = pointer.requires_grad() && !pointer.is_leaf();
    return made;
  }

  /** The same, of a handle that no scope may free, such as a gradient's. */
  static NativeTensor unowned(Tensor pointer) {
    NativeTensor made = alias(pointer);
    made.leaveScopes();
    return made;
  }

  /** Takes over the result of an operator that returns its argument where there is nothing to do. */
  static NativeTensor perhapsSelf(Tensor pointer, NativeTensor self) {
    NativeTensor made = of(pointer);
    if (pointer.is_same(self.pointer)) {
      made.user = null;
      made.origin = self.origin == null ? self : self.origin;
    }
    return made;
  }

  /** A handle of its own on a tensor that somebody else holds. */
  public NativeTensor share() {
    return alias(new Tensor(use()));
  }

  /** A handle on the tensor of a pointer that remains its holder's, who may close it. */
  public static NativeTensor shared(Tensor pointer) {
    return alias(new Tensor(pointer));
  }

  /** A pointer of its own to the tensor, for a holder outside JTorch. */
  public Tensor newPointer() {
    return new Tensor(use());
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
    return user == Thread.currentThread() ? pointer : useSlowly();
  }

  private Tensor useSlowly() {
    Thread current = Thread.currentThread();
    preventFree(current);
    while (true) {
      NativeTensor owned = origin == null ? this : origin;
      Thread only = owned.user();
      if (only != null && only != current) {
        Sharing.share(owned);
        continue;
      }
      if (released()) throw NativeErrors.released(this);
      if (only == null || owned != this) {
        if (Sharing.isChanging()) Sharing.await(this);
        if (owned.user() != only) continue; // it has moved to another thread meanwhile
        if (owned.graphIsShared) Sharing.reachOthers(ThreadState.current());
      }
      VirtualModes.apply();
      return pointer;
    }
  }

  /** Keeps the maker from freeing the handle at once, because another thread is going to use it. */
  private void preventFree(Thread current) {
    if (maker != current && (int) STATE.getVolatile(this) == OWNED) STATE.compareAndSet(this, OWNED, SHARED);
  }

  /** Whether a thread that does not own the handle may look at the native tensor: false once it has been released. */
  boolean isThereFor(Thread current) {
    preventFree(current);
    return !released();
  }

  /** Whether no other thread uses the handle. */
  boolean isMine() {
    Object only = origin == null ? user : origin.user;
    return only == Thread.currentThread()
        || (only instanceof ThreadState owner && owner.thread == Thread.currentThread());
  }

  /** The only thread that uses the handle; null where there are several. */
  @Nullable Thread user() {
    Object only = USER.getVolatile(this);
    return only instanceof ThreadState owner ? owner.thread : (Thread) only;
  }

  /** From here on every user checks. */
  void shareWithAll() {
    USER.setVolatile(this, null);
  }

  /** Notes that the tensor, which several threads use, is part of a graph. */
  void shareGraph() {
    graphIsShared = true;
  }

  /** From here on this thread need not check. */
  void moveTo(ThreadState thread) {
    USER.setVolatile(this, user(thread));
    if (released()) shareWithAll();
  }

  boolean isMadeBy(Thread thread) { return maker == thread; }

  /** Whether neither a graph nor another handle refers to the tensor. */
  boolean isHeldByNobodyElse() {
    return pointer.use_count() == (OPTIONAL.getAcquire(this) == null ? 1 : 2);
  }

  /** The native tensor for a look that need not wait for anybody. */
  Tensor unchecked() { return pointer; }

  boolean isSameUnchecked(NativeTensor other) { return pointer.is_same(other.pointer); }

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
    VirtualModes.apply(); // the close may have blocked
    return first;
  }

  /** Ends the tensor's life for its users; repeated calls do nothing. */
  public void release() {
    if (trace != null && !released()) trace = trace.releasedHere();
    int before = (int) STATE.getAndSet(this, RELEASED);
    user = null;
    if (before == OWNED && maker == Thread.currentThread()) free();
  }

  /** Ends the tensor's life because its user says so, and with it perhaps that of its graph. */
  public void close() {
    release();
    NodeAttachments.sweep();
  }

  /** Frees a handle that only the caller can still have, on whatever thread that is. */
  public void releaseAnywhere() {
    if ((int) STATE.getAndSet(this, RELEASED) == RELEASED) return;
    user = null;
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
