package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One of LibTorch's fused optimizer kernels with the parameters and states it changes, kept from step to step.
 *
 * <p>The kernels read memory from one end to the other and trust their caller, so each step first checks that every
 * gradient is there and that memory is still laid out as the kernel needs it. They wake all threads for every tensor; that
 * pays only for big tensors, so the small ones make a call of their own on one thread.
 */
public final class FusedUpdate implements AutoCloseable {
  /** The update of so many elements takes about as long as waking a sleeping thread. */
  private static final long BIG = 1 << 17;

  private final FusedBatch small;
  private final FusedBatch big;
  private final NativeTensor[] idle;

  private FusedUpdate(FusedBatch small, FusedBatch big, NativeTensor[] idle) {
    this.small = small;
    this.big = big;
    this.idle = idle;
  }

  /**
   * Prepares a kernel; null if it cannot do the work because of a tensor's device, type or layout.
   *
   * @param operator the kernel's name, such as {@code aten::_fused_adam_}
   * @param params parameters that have a gradient
   * @param states what stands behind the gradients in the kernel's schema; each has a tensor per parameter or is empty
   * @param counters like {@code states}, but of one element each
   * @param idle parameters that have no gradient; once one has, {@link #takeGradients} refuses
   */
  public static @Nullable FusedUpdate prepare(String operator, NativeTensor[] params, List<NativeTensor[]> states,
      List<NativeTensor[]> counters, NativeTensor[] idle) {
    for (int i = 0; i < params.length; i++) if (!FusedBatch.fits(params[i], tensorsAt(i, states))) return null;
    int[] smallOnes = IntStream.range(0, params.length).filter(i -> NativeData.numel(params[i]) < BIG).toArray();
    int[] bigOnes = IntStream.range(0, params.length).filter(i -> NativeData.numel(params[i]) >= BIG).toArray();
    var lists = new ArrayList<>(states);
    lists.addAll(counters);
    return new FusedUpdate(batch(operator, smallOnes, params, lists), batch(operator, bigOnes, params, lists), idle);
  }

  private static FusedBatch batch(String operator, int[] which, NativeTensor[] params, List<NativeTensor[]> lists) {
    return new FusedBatch(operator, pick(which, params), lists.stream().map(list -> pick(which, list)).toList());
  }

  private static NativeTensor[] pick(int[] which, NativeTensor[] list) {
    if (list.length == 0) return list;
    return Arrays.stream(which).mapToObj(i -> list[i]).toArray(NativeTensor[]::new);
  }

  private static List<NativeTensor> tensorsAt(int index, List<NativeTensor[]> lists) {
    return lists.stream().filter(list -> list.length > 0).map(list -> list[index]).toList();
  }

  /** Sets what follows the lists in the kernel's schema. */
  public void arguments(@Nullable Object... arguments) {
    small.arguments(arguments);
    big.arguments(arguments);
  }

  /**
   * Collects the gradients for {@link #run}.
   *
   * @return false, with nothing changed, if other parameters than before have a gradient, or if a parameter or gradient is
   *     not where and how the kernel needs it
   */
  public boolean takeGradients() {
    for (NativeTensor param : idle) if (NativeAutograd.hasGrad(param)) return false;
    return small.takeGradients() && big.takeGradients();
  }

  /** Changes parameters and states. */
  public void run() {
    try (var alone = OpenMp.aloneIf(small.size() > 0)) {
      if (small.size() > 0) small.run();
    }
    if (big.size() > 0) big.run();
  }

  @Override public void close() {
    small.close();
    big.close();
  }
}
