package dev.jtorch.internal;

import org.bytedeco.pytorch.TensorVector;
import org.jspecify.annotations.Nullable;

/**
 * What JTorch knows about a thread: its innermost scope, its generator, its modes if it is virtual, and how much it allocated since
 * memory was last looked at.
 */
final class ThreadState {
  private static final ThreadLocal<ThreadState> CURRENT = ThreadLocal.withInitial(ThreadState::new);
  /** Looking at the process's memory costs about a microsecond, so it is done once for this many elements. */
  private static final long ELEMENTS_BETWEEN_LOOKS = 8L << 20;

  final Thread thread = Thread.currentThread();
  /** Null unless the thread is virtual: LibTorch itself keeps the modes of the others. */
  final @Nullable VirtualModes modes = VirtualModes.onVirtualThread() ? new VirtualModes() : null;
  final Sharing.OfThread sharing = new Sharing.OfThread();
  @Nullable NativeScope scope;
  @Nullable NativeScope spare;
  /** The source of random numbers where none is given; null means LibTorch's default one. */
  @Nullable NativeGenerator generator;
  private long elements;
  private long largest;
  private boolean smallWork;
  private boolean bigWork;
  @SuppressWarnings("UnusedVariable") // to be held is its use
  private @Nullable TensorVector returned;
  /** Whether the backward pass that this thread runs is for chosen tensors only, not for all leaves. */
  boolean chosenInputs;
  /** The backward pass, and the accumulator in it, whose leaf's hooks ran last. */
  int hookedPass = -1;
  long hookedLeaf;
  /** The node whose backward step runs on this thread; only known while anomalies are looked for. */
  @Nullable NodeAttachments atWork;

  private ThreadState() {
    Sharing.add(this);
  }

  static ThreadState current() { return CURRENT.get(); }

  /** Keeps what a callback returns reachable until the native caller has copied it, which it does before anything else. */
  TensorVector returning(TensorVector result) {
    returned = result;
    return result;
  }

  /** Counts an allocation; a tensor of no elements still costs its header. */
  void allocated(long numel) {
    elements += numel + 64;
    if (numel > largest) largest = numel;
    if (elements >= ELEMENTS_BETWEEN_LOOKS) {
      elements = 0;
      MemoryPressure.look();
    }
  }

  /** Notes a convolution or product of the forward pass that this thread is in. */
  void computed(boolean big) {
    if (big) bigWork = true;
    else smallWork = true;
  }

  /** Ends a forward pass; says whether it had convolutions or products, none of them big, and made no tensor of {@code big} elements. */
  boolean endForward(long big) {
    boolean small = smallWork && !bigWork && largest < big;
    largest = 0;
    smallWork = false;
    bigWork = false;
    return small;
  }
}
