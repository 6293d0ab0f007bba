package dev.jtorch.internal;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;

/**
 * Keeps small convolutions, and the backward passes of small networks, on the calling thread.
 *
 * <p>LibTorch shares elementwise work among threads only where there is enough of it, but oneDNN's convolutions wake all threads
 * whatever their size, and so do softmax's kernels. For a few microseconds of work the waking costs more than it gains, and beside a busy process each
 * wake-up can take milliseconds: {@code docs/adr/0003-one-tamed-thread-pool.md} has the numbers.
 */
public final class SmallWork {
  /** From here on, a convolution takes about a millisecond on one core. */
  private static final long BIG_CONVOLUTION = 16L << 20;

  /** From here on, LibTorch's elementwise operators gain noticeably from more threads. */
  private static final long BIG_TENSOR = 128L << 10;

  private SmallWork() {}

  /** Runs a convolution of {@code (N, C, ..)} with {@code (out, C / groups, ..)}. */
  public static NativeTensor convolution(NativeTensor input, NativeTensor weight, Supplier<NativeTensor> work) {
    Tensor x = input.use();
    Tensor w = weight.use();
    return convolution(x.numel() / Math.max(1, w.dim() > 1 ? w.size(1) : 1) * w.numel(), work);
  }

  /** Runs a transposed convolution of {@code (N, C, ..)} with {@code (C, out / groups, ..)}. */
  public static NativeTensor transposedConvolution(NativeTensor input, NativeTensor weight,
      Supplier<NativeTensor> work) {
    Tensor w = weight.use();
    return convolution(input.use().numel() / Math.max(1, w.dim() > 0 ? w.size(0) : 1) * w.numel(), work);
  }

  private static NativeTensor convolution(long multiplications, Supplier<NativeTensor> work) {
    boolean big = multiplications >= BIG_CONVOLUTION;
    ThreadState.current().computed(big);
    try (var alone = OpenMp.aloneIf(!big)) {
      return work.get();
    }
  }

  /** Runs a softmax or what is made of one, whose kernel wakes all threads for every row, by the size of its input. */
  public static NativeTensor softmax(NativeTensor input, Supplier<NativeTensor> work) {
    try (var alone = OpenMp.aloneIf(input.use().numel() < BIG_TENSOR)) {
      return work.get();
    }
  }

  /** For the head of a backward pass: alone if the forward pass on this thread had convolutions or products, and nothing in it was big. */
  static OpenMp.Alone backward() {
    boolean small = ThreadState.current().endForward(BIG_TENSOR) && !BlasThreads.bigSinceBackward();
    BlasThreads.forBackward();
    return OpenMp.aloneIf(small);
  }
}
