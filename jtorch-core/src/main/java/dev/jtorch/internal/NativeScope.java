package dev.jtorch.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tensors made on one thread between an opening and a closing. Scopes of a thread form a stack.
 *
 * <p>The scopes of module calls are reused by their thread, because every call opens one; those that users hold are not, so
 * that a handle closed late cannot end somebody else's scope.
 */
public final class NativeScope {
  private static final int FIRST_CAPACITY = 16;
  private static final int MOST_KEPT = 1024;

  private final ThreadState owner;
  private NativeTensor[] tensors = new NativeTensor[FIRST_CAPACITY];
  private int size;
  private @Nullable NativeScope outer;
  private boolean open;
  private @Nullable Object holder;

  private final boolean reusable;

  private NativeScope(ThreadState owner, boolean reusable) {
    this.owner = owner;
    this.reusable = reusable;
  }

  /** Opens a scope inside this thread's innermost one, for a user to hold. */
  public static NativeScope open() {
    ThreadState thread = ThreadState.current();
    return new NativeScope(thread, false).push();
  }

  /**
   * Opens a scope that this thread will use again: the caller drops it once it is closed.
   *
   * @param holder whom the error names when a tensor of this scope is used later
   */
  public static NativeScope openReusable(Object holder) {
    ThreadState thread = ThreadState.current();
    NativeScope scope = thread.spare;
    if (scope == null) scope = new NativeScope(thread, true);
    else thread.spare = scope.outer;
    scope.holder = holder;
    return scope.push();
  }

  private NativeScope push() {
    outer = owner.scope;
    owner.scope = this;
    open = true;
    return this;
  }

  void add(NativeTensor tensor) {
    if (size == tensors.length) tensors = Arrays.copyOf(tensors, 2 * size);
    tensors[size++] = tensor;
    tensor.scope = this;
  }

  /** Moves a tensor of this scope to the one around it; others are left where they are. */
  public void promote(NativeTensor tensor) {
    move(tensor, outer);
  }

  /**
   * Moves a tensor of this scope to the one around it; from a module's call to the scope around the outermost call, because
   * whoever keeps a tensor inside a network wants it after the network has run.
   */
  void keep(NativeTensor tensor) {
    NativeScope target = outer;
    if (reusable) while (target != null && target.reusable) target = target.outer;
    move(tensor, target);
  }

  private void move(NativeTensor tensor, @Nullable NativeScope target) {
    if (tensor.scope != this) return;
    tensor.scope = null;
    if (target != null && owner.thread == Thread.currentThread()) target.add(tensor);
  }

  /** Moves all that the scope owns to the one around it, or to the collector where there is none. */
  public void promoteAll() {
    for (int i = 0; i < size; i++) promote(tensors[i]);
  }

  /** True on the thread that opened the scope. */
  public boolean onItsThread() {
    return owner.thread == Thread.currentThread();
  }

  public boolean isOpen() { return open; }

  public boolean isInnermost() { return owner.scope == this; }

  /** Frees what the scope still owns. Scopes that were opened inside and not closed are closed first. */
  public void close() {
    while (owner.scope != this) {
      NativeScope inner = owner.scope;
      if (inner == null) return;
      inner.close();
    }
    owner.scope = outer;
    open = false;
    NativeTensor[] made = tensors;
    int count = size;
    for (int i = 0; i < count; i++) {
      NativeTensor tensor = made[i];
      if (tensor.scope == this) {
        tensor.scope = null;
        tensor.releaseAtEndOf(holder);
      }
    }
    forget();
    if (reusable) {
      holder = null;
      outer = owner.spare;
      owner.spare = this;
    } else {
      NodeAttachments.sweep();
    }
  }

  /** Lets go of the handles, so that a scope that waits for its next use holds no garbage. */
  private void forget() {
    if (size > MOST_KEPT) tensors = new NativeTensor[FIRST_CAPACITY];
    else Arrays.fill(tensors, 0, size, null);
    size = 0;
  }

  /** How many tensors the scope owns now. */
  public int count() {
    int owned = 0;
    for (int i = 0; i < size; i++) if (tensors[i].scope == this && !tensors[i].released()) owned++;
    return owned;
  }

  /** Bytes of the elements of the tensors that the scope owns; a view counts like a tensor of its own. */
  public long bytes() {
    long bytes = 0;
    for (int i = 0; i < size; i++)
      if (tensors[i].scope == this && !tensors[i].released()) bytes += tensors[i].use().nbytes();
    return bytes;
  }

  /** How many scopes are open on this thread. */
  public static int depth() {
    int depth = 0;
    for (NativeScope s = ThreadState.current().scope; s != null; s = s.outer) depth++;
    return depth;
  }
}
