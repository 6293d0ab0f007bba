package dev.jtorch.internal;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one thread from changing what a tensor is while another thread uses it.
 *
 * <p>LibTorch's operators read a tensor's storage, sizes, gradient and history without a lock. If another thread replaces one of
 * them meanwhile, the operator reads freed memory. A lock in every operator would cost as much as a small operator, so operators
 * pay nothing, and changes, which are rare, pay for everything:
 *
 * <ul>
 * <li>A handle belongs to the one thread that uses it ({@link NativeTensor#isMine}), which uses and changes it without checks.
 * The first use by another thread ends that.
 * <li>A backward pass, an optimizer's step and a TorchScript method are <em>regions</em>: native code in them reaches tensors that
 * no argument names.
 * A change waits until no other thread is in a region that may reach the tensor, and no region begins while a change waits.
 * <li>Once several threads use a tensor, its gradient is read and replaced under one lock.
 * <li>A change of such a tensor's shape, storage or history first makes new uses wait, and then waits until every other thread
 * has been seen outside of native calls. Their stacks tell.
 * </ul>
 *
 * <p>Waiting ends after {@link #patience}, because a hook may be waiting for the thread that waits for its backward pass. The
 * change is then refused, and at once where two threads would wait for each other.
 *
 * <p>Two windows of some hundred nanoseconds stay open, both while a second thread uses a tensor for the first time: the first
 * thread may be writing a tensor without history into a graph ({@code plain.add_(parameter)}), or may be interrupted for more
 * than a millisecond in the native call that replaces a parameter's gradient.
 */
@SuppressWarnings({"NonAtomicVolatileUpdate", "WaitNotInLoop"}) // updates happen under the lock, and who waits loops
public final class Sharing {
  /** How many nanoseconds a change waits for other threads. */
  static volatile long patience = TimeUnit.SECONDS.toNanos(10);

  /** How many nanoseconds a second thread's first use of a parameter waits for the first thread to leave native code. */
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(20);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

  private static final ReentrantLock LOCK = new ReentrantLock();
  /** Signalled when a change or a region ends. */
  private static final Condition ENDED = LOCK.newCondition();
  private static final Held NOTHING = () -> {};
  private static final Held LOCKED = LOCK::unlock;

  /** Every live thread that has used JTorch. */
  private static final Set<ThreadState> THREADS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  /** The threads that are in a region. */
  private static final List<ThreadState> IN_REGIONS = new ArrayList<>();
  /** How many threads wait for regions to end before they change a gradient. */
  private static int waiting;
  /** The change of shape, storage or history that is under way. */
  private static volatile @Nullable Change change;
  /** How many running regions may free gradients: passes that create a graph replace each gradient by a sum. */
  private static volatile int replacing;
  /** Whether any thread has used another thread's tensor that is part of a graph. */
  private static volatile boolean graphsShared;
  /** Whether any tensor but a leaf has ever kept its gradient, which passes replace without a lock of their own. */
  private static volatile boolean retained;

  private Sharing() {}

  /** The time in which a change happens; others wait for its end. */
  public interface Held extends AutoCloseable {
    @Override void close();
  }

  /** What this class knows about a thread. The lock guards what other threads look at. */
  static final class OfThread {
    /** How many regions the thread is in, one inside the other. */
    private int regions;
    private int replacing;
    /** Whether the thread has used another one's tensor that is part of a graph, so that its passes may reach any tensor. */
    private volatile boolean reachesOthers;
    /** The change for whose end the thread waits. */
    private volatile @Nullable Change awaited;
    /** The threads whose regions this one waits for; null while it does not wait. */
    private volatile @Nullable Predicate<ThreadState> waitsFor;
    private @Nullable Boolean ofEngine;

    /**
     * Whether the calling thread is one of LibTorch's own, which runs a part of another thread's backward pass because passes are
     * too deep inside of each other. It must not wait for that pass. Its lowest frame is a callback.
     */
    private boolean isOfEngine() {
      Boolean known = ofEngine;
      if (known == null) {
        String lowest = StackWalker.getInstance()
            .walk(frames -> frames.reduce((above, below) -> below).map(StackFrame::getClassName).orElse(""));
        ofEngine = known = isInternal(lowest);
      }
      return known;
    }
  }

  static void add(ThreadState thread) { THREADS.add(thread); }

  /** For tests: whether a thread waits for regions of others to end. */
  static boolean waitsForRegions(String thread) {
    return threads().stream().anyMatch(t -> t.thread.getName().equals(thread) && t.sharing.waitsFor != null);
  }

  private static List<ThreadState> threads() {
    synchronized (THREADS) {
      return new ArrayList<>(THREADS);
    }
  }

  // Uses of a tensor that several threads use

  /** Whether {@link #await} may have to wait. */
  static boolean isChanging() { return change != null; }

  /** Waits while another thread changes this tensor. */
  static void await(NativeTensor tensor) {
    ThreadState self = ThreadState.current();
    Change known = change;
    // a change waits for the regions that may reach its tensor, and for those who hold the lock
    if (known == null || known.by == self || self.sharing.regions > 0 || LOCK.isHeldByCurrentThread()) return;
    LOCK.lock();
    try {
      while (change == known && known.concerns(tensor)) awaitEndOf(known, self);
    } finally {
      LOCK.unlock();
    }
  }

  /**
   * Ends a handle's belonging to one thread, because the calling thread uses it, too.
   *
   * <p>A parameter that nothing but its handle holds moves to the calling thread: the thread that trains a network is rarely the
   * one that built it, and is as fast there.
   */
  static void share(NativeTensor tensor) {
    ThreadState self = ThreadState.current();
    if (!tensor.isThereFor(self.thread)) {
      tensor.shareWithAll();
      return;
    }
    Tensor pointer = tensor.unchecked();
    boolean recorded = pointer.requires_grad();
    boolean leaf = !recorded || pointer.is_leaf();
    if (!leaf) {
      tensor.shareGraph();
      reachOthers(self);
    }
    Change handover;
    Thread first;
    LOCK.lock();
    try {
      boolean holder = LOCK.getHoldCount() > 1;
      if (self.sharing.regions == 0 && !holder) while (isChangedByAnother(self)) awaitEndOf(change, self);
      else awaitNoChangeNow(self);
      first = tensor.user();
      if (first == null || first == self.thread) return;
      tensor.shareWithAll();
      if (!recorded || change != null || isInRegion(first) || holder) return;
      change = handover = new Change(self, tensor, false);
    } finally {
      LOCK.unlock();
    }
    try (handover) {
      // what the first thread began while the tensor was its own, it does without checks
      boolean outside = handover.awaitOutside(first, System.nanoTime() + (leaf ? MOMENT : patience));
      if (outside && leaf && tensor.isMadeBy(first) && tensor.isHeldByNobodyElse()) tensor.moveTo(self);
    }
  }

  /** Notes that the calling thread's backward passes may reach tensors that other threads made. */
  static void reachOthers(ThreadState self) {
    if (self.sharing.reachesOthers) return;
    graphsShared = true;
    self.sharing.reachesOthers = true;
  }

  private static boolean isInRegion(Thread thread) {
    return IN_REGIONS.stream().anyMatch(other -> other.thread == thread);
  }

  // Regions

  /** Begins a region on the calling thread, such as an optimizer's step; closing it ends it. */
  public static Held region() {
    ThreadState self = ThreadState.current();
    enterRegion(self, false);
    return () -> leaveRegion(self, false);
  }

  /**
   * Begins a backward pass or an optimizer's step on the calling thread.
   *
   * @param replacesGradients whether it may replace gradients rather than add to them
   */
  static void enterRegion(ThreadState self, boolean replacesGradients) {
    OfThread own = self.sharing;
    if (own.regions == 0 || replacesGradients) {
      LOCK.lock();
      try {
        if (own.regions == 0) {
          long end = System.nanoTime() + patience;
          awaitTurn(self, end);
          IN_REGIONS.add(self);
        }
        if (replacesGradients) {
          own.replacing++;
          replacing++;
        }
      } finally {
        LOCK.unlock();
      }
    }
    own.regions++;
  }

  /** Waits for the changes that come first, and for the regions that this thread's must not run beside. */
  private static void awaitTurn(ThreadState self, long end) {
    while (true) {
      if (waiting == 0 && !isChangedByAnother(self)) {
        if (!retained || !awaitRegions("backward", self, end, sharingGraphs(self))) return;
      } else if (self.sharing.isOfEngine()) return;
      else awaitEndOf(change, self);
    }
  }

  /** The threads whose passes may reach the same tensors as those of {@code self}. */
  private static Predicate<ThreadState> sharingGraphs(ThreadState self) {
    return other -> self.sharing.reachesOthers || other.sharing.reachesOthers;
  }

  /** Notes that a tensor that is not a leaf keeps its gradient. */
  static void retain() { retained = true; }

  /** Whether passes may replace gradients even if they create no graph. */
  static boolean isRetaining() {
    return retained && graphsShared;
  }

  /** Ends what {@link #enterRegion} began. */
  static void leaveRegion(ThreadState self, boolean replacesGradients) {
    OfThread own = self.sharing;
    own.regions--;
    if (own.regions > 0 && !replacesGradients) return;
    LOCK.lock();
    try {
      if (own.regions == 0) IN_REGIONS.remove(self);
      if (replacesGradients) {
        own.replacing--;
        replacing--;
      }
      ENDED.signalAll();
    } finally {
      LOCK.unlock();
    }
  }

  /** The threads whose regions may reach the tensor; with null, all. */
  private static Predicate<ThreadState> reaching(@Nullable NativeTensor tensor) {
    boolean mine = tensor != null && tensor.isMine();
    return other -> !mine || other.sharing.reachesOthers;
  }

  // Changes

  /** For reading which tensor is a tensor's gradient. */
  static Held lookAtGradient(NativeTensor tensor) {
    if (tensor.isMine() && (replacing == 0 || !graphsShared)) return NOTHING;
    ThreadState self = ThreadState.current();
    tensor.use();
    long end = System.nanoTime() + patience;
    return locked(() -> {
      do {
        awaitNoChangeNow(self);
      } while (awaitRegions("grad", self, end, reaching(tensor).and(other -> other.sharing.replacing > 0)));
    });
  }

  /**
   * For a change that only backward passes and {@link #lookAtGradient} notice: of the gradient, or of hooks.
   *
   * @param who names the operation where it is refused
   */
  static Held changeGradient(String who, NativeTensor tensor) {
    if (tensor.isMine() && !graphsShared) return NOTHING;
    tensor.use();
    return betweenRegions(who, tensor);
  }

  /** For a change that any region of another thread may notice. */
  static Held changeBetweenRegions(String who) {
    return betweenRegions(who, null);
  }

  private static Held betweenRegions(String who, @Nullable NativeTensor tensor) {
    ThreadState self = ThreadState.current();
    long end = System.nanoTime() + patience;
    return locked(() -> {
      waiting++;
      try {
        do {
          awaitNoChangeNow(self);
        } while (awaitRegions(who, self, end, reaching(tensor)));
      } finally {
        if (--waiting == 0) ENDED.signalAll();
      }
    });
  }

  /** For a change that disturbs nobody but others of its kind: whether a gradient is required. */
  static Held changeAlone(NativeTensor tensor) {
    tensor.use();
    return alone();
  }

  /** For a look at what {@link #changeBetweenRegions} changes. */
  static Held alone() {
    ThreadState self = ThreadState.current();
    return locked(() -> awaitNoChangeNow(self));
  }

  /** Takes the lock and keeps it, unless {@code waiting} fails. */
  private static Held locked(Runnable waiting) {
    LOCK.lock();
    boolean kept = false;
    try {
      waiting.run();
      kept = true;
      return LOCKED;
    } finally {
      if (!kept) LOCK.unlock();
    }
  }

  /**
   * For a change of what operators read: shape, storage, or history.
   *
   * @param who names the operation where it is refused
   */
  static @Nullable Held change(String who, @Nullable NativeTensor tensor) {
    return tensor == null ? null : Change.begin(who, tensor, false); // the operator refuses null
  }

  /**
   * For an operator in place, which changes the tensor's history where gradients are recorded; null where none has to wait, as where
   * there is no tensor, which the operator refuses.
   */
  static @Nullable Held inPlace(String who, @Nullable NativeTensor self) {
    return self == null || (self.isMine() && !graphsShared) ? null : recordedInPlace(who, self, self, self);
  }

  /** The same for an operator with another tensor. */
  static @Nullable Held inPlace(String who, @Nullable NativeTensor self, @Nullable NativeTensor other) {
    return self == null || (self.isMine() && !graphsShared) ? null : recordedInPlace(who, self, other, other);
  }

  /** The same for an operator with two other tensors. */
  static @Nullable Held inPlace(String who, @Nullable NativeTensor self, @Nullable NativeTensor a,
      @Nullable NativeTensor b) {
    return self == null || (self.isMine() && !graphsShared) ? null : recordedInPlace(who, self, a, b);
  }

  private static @Nullable Held recordedInPlace(String who, NativeTensor self, @Nullable NativeTensor a,
      @Nullable NativeTensor b) {
    if (!NativeAutograd.gradMode()) return null;
    Tensor changed = self.use();
    if (!changed.requires_grad() && !requiresGrad(a) && !requiresGrad(b)) return null;
    if (!self.isMine()) self.shareGraph();
    return Change.begin(who, self, changed.is_view()); // a view's base gets another history, too
  }

  private static boolean requiresGrad(@Nullable NativeTensor tensor) {
    return tensor != null && tensor.use().requires_grad();
  }

  // Waiting, with the lock held

  private static boolean isChangedByAnother(ThreadState self) {
    Change known = change;
    return known != null && known.by != self;
  }

  /** Waits while another thread's change happens, which takes as long as one native call. */
  private static void awaitNoChangeNow(ThreadState self) {
    for (Change known = change; known != null && known.by != self && known.happens; known = change) {
      awaitEndOf(known, self);
    }
  }

  private static void awaitEndOf(@Nullable Change known, ThreadState self) {
    self.sharing.awaited = known;
    ENDED.awaitUninterruptibly();
    self.sharing.awaited = null;
  }

  /** Whether another thread of these is in a region. */
  private static boolean isBlocked(ThreadState self, Predicate<ThreadState> by) {
    return IN_REGIONS.stream().anyMatch(other -> other != self && by.test(other));
  }

  /**
   * Waits until a region ends, if another one of these threads is in one; false, without waiting, if not. Refuses where that would
   * be for ever, or after {@code end}.
   */
  private static boolean awaitRegions(String who, ThreadState self, long end, Predicate<ThreadState> by) {
    if (!isBlocked(self, by) || self.sharing.isOfEngine()) return false;
    ThreadState last = self;
    for (ThreadState other : IN_REGIONS) {
      if (other == self || !by.test(other)) continue;
      Predicate<ThreadState> theirs = other.sharing.waitsFor;
      Change awaited = other.sharing.awaited;
      boolean forEver = self.sharing.regions > 0 && theirs != null && theirs.test(self);
      if (forEver || (awaited != null && awaited.by == self)) throw refusal(who, other.thread, "waits for this one");
      last = other;
    }
    long left = end - System.nanoTime();
    if (left <= 0) throw refusal(who, last.thread, "still runs a backward pass or a step of an optimizer");
    self.sharing.waitsFor = by;
    boolean interrupted = Thread.interrupted();
    try {
      ENDED.awaitNanos(left);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      self.sharing.waitsFor = null;
      if (interrupted) Thread.currentThread().interrupt();
    }
    return true;
  }

  private static boolean isInternal(String className) { return className.startsWith("dev.jtorch.internal."); }

  private static RuntimeException refusal(String who, Thread thread, String what) {
    return NativeErrors.failed(who, who + ": thread '" + thread.getName() + "' " + what
        + " (expected: no other thread computing with a tensor that is changed)");
  }

  /** A change of shape, storage or history. */
  private static final class Change implements Held {
    final ThreadState by;
    private final NativeTensor tensor;
    /** A view's base cannot be told, so all tensors that several threads use are taken for it. */
    private final boolean ofAll;
    /** Whether it happens now; before, it waits for others. */
    private boolean happens;
    /** Whether other threads may have handles of their own on the tensor. */
    private boolean common;

    private Change(ThreadState by, NativeTensor tensor, boolean ofAll) {
      this.by = by;
      this.tensor = tensor;
      this.ofAll = ofAll;
    }

    static Held begin(String who, NativeTensor tensor, boolean ofAll) {
      ThreadState self = ThreadState.current();
      tensor.use();
      long end = System.nanoTime() + patience;
      Change begun;
      LOCK.lock();
      try {
        Change outer = change;
        if (outer != null && outer.by == self) return NOTHING;
        while (isChangedByAnother(self)) awaitEndOf(change, self);
        begun = new Change(self, tensor, ofAll);
        begun.common = ofAll || !tensor.isMine();
        begun.happens = !begun.common && !graphsShared;
        change = begun;
        if (begun.happens) return begun;
      } finally {
        LOCK.unlock();
      }
      try {
        begun.awaitOthers(who, end);
        return begun;
      } catch (RuntimeException | Error e) {
        begun.close();
        throw e;
      }
    }

    private void awaitOthers(String who, long end) {
      while (true) {
        LOCK.lock();
        try {
          while (awaitRegions(who, by, end, reaching(tensor))) common |= !tensor.isMine();
        } finally {
          LOCK.unlock();
        }
        if (common && !by.sharing.isOfEngine()) awaitAllOutside(who, end);
        LOCK.lock();
        try {
          // another thread may have come to use the tensor, such as one in a region
          boolean wasMine = !common;
          common |= !tensor.isMine();
          boolean blocked = (wasMine && common) || isBlocked(by, reaching(tensor));
          if (blocked && !by.sharing.isOfEngine()) continue;
          happens = true;
          return;
        } finally {
          LOCK.unlock();
        }
      }
    }

    private void awaitAllOutside(String who, long end) {
      for (ThreadState other : threads()) {
        if (other != by && !awaitOutside(other, end)) throw refusal(who, other.thread, "still computes");
      }
    }

    boolean awaitOutside(Thread thread, long end) {
      return threads().stream().filter(other -> other.thread == thread).allMatch(other -> awaitOutside(other, end));
    }

    /** Waits until a thread has been seen outside of native calls, or waiting for this change; false after {@code end}. */
    private boolean awaitOutside(ThreadState other, long end) {
      for (long pause = SHORTEST_PAUSE; !isOutside(other); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        if (System.nanoTime() > end) return false;
        LockSupport.parkNanos(pause);
      }
      return true;
    }

    private boolean isOutside(ThreadState other) {
      if (other.sharing.awaited == this) return true;
      for (StackTraceElement frame : other.thread.getStackTrace()) {
        if (isInternal(frame.getClassName()) || frame.getClassName().startsWith("org.bytedeco.")) return false;
      }
      return true;
    }

    boolean concerns(NativeTensor other) {
      return ofAll || tensor == other || (common && tensor.isSameUnchecked(other));
    }

    @Override public void close() {
      LOCK.lock();
      try {
        change = null;
        ENDED.signalAll();
      } finally {
        LOCK.unlock();
      }
    }
  }
}
