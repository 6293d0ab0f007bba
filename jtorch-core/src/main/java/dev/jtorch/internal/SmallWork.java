package dev.jtorch.internal;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps small convolutions, and the backward passes of small networks, on the calling thread.
 *
 * <p>LibTorch shares elementwise work among threads only where there is enough of it, but oneDNN's convolutions wake all threads
 * whatever their size, and so do softmax's kernels. For a few microseconds of work the waking costs more than it gains, and
 * beside a busy process each wake-up can take milliseconds: {@code docs/adr/0003-one-tamed-thread-pool.md} has the numbers.
 */
final class SmallWork {
  /** From here on, a convolution takes about a quarter of a millisecond on one core: several times what waking a thread takes. */
  private static final long BIG_CONVOLUTION = 4L << 20;

  /**
   * From here on, LibTorch gives each of two threads a full share of elementwise work. Depthwise convolutions are of that kind:
   * they multiply little and read much.
   */
  private static final long SHARED_TENSOR = 64L << 10;

  /** From here on, LibTorch's elementwise operators gain noticeably from more threads. */
  private static final long BIG_TENSOR = 128L << 10;

  private SmallWork() {}

  /** Runs a convolution of {@code (N, C, ..)} or {@code (C, ..)} with {@code (out, C / groups, ..)}. */
  static NativeTensor convolution(@Nullable NativeTensor input, @Nullable NativeTensor weight, long[] strides,
      Supplier<NativeTensor> work) {
    if (input == null || weight == null) return work.get(); // which refuses them
    Tensor w = weight.use();
    return convolution(input, multiplications(input.use(), w) / steps(strides, w.dim() - 2), work);
  }

  /** Runs a transposed convolution of {@code (N, C, ..)} or {@code (C, ..)} with {@code (C, out / groups, ..)}. */
  static NativeTensor transposedConvolution(@Nullable NativeTensor input, @Nullable NativeTensor weight,
      Supplier<NativeTensor> work) {
    if (input == null || weight == null) return work.get(); // which refuses them
    return convolution(input, multiplications(input.use(), weight.use()), work);
  }

  /** With a stride of 1, and transposed or not; 0 where input and kernel do not fit, which the operator will say. */
  private static long multiplications(Tensor x, Tensor w) {
    long channels = x.dim() - w.dim() + 1; // the dimension
    if (channels < 0 || channels >= x.dim() || x.size(channels) == 0) return 0;
    return x.numel() / x.size(channels) * w.numel();
  }

  /** One of how many places of an image a kernel is laid on; 1 where no strides are given, which the operator will say. */
  private static long steps(long[] strides, long dimensions) {
    long product = 1;
    if (strides.length == 0) return product;
    for (int i = 0; i < dimensions; i++) product *= Math.max(1, strides[Math.min(i, strides.length - 1)]);
    return Math.max(1, product); // absurd strides overflow
  }

  private static NativeTensor convolution(NativeTensor input, long multiplications, Supplier<NativeTensor> work) {
    boolean big = multiplications >= BIG_CONVOLUTION;
    ThreadState.current().computed(big);
    try (var alone = OpenMp.aloneIf(!big && input.use().numel() < SHARED_TENSOR)) {
      return work.get();
    }
  }

  /** Runs a softmax or what is made of one, whose kernel wakes all threads for every row, by the size of its input. */
  static NativeTensor softmax(@Nullable NativeTensor input, Supplier<NativeTensor> work) {
    if (input == null) return work.get(); // which refuses it
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
