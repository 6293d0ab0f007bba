package dev.jtorch.benchmarks;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.State;

/** One operator on tensors so small that what surrounds the arithmetic is the cost. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@OperationsPerInvocation(SmallOps.OPS)
public class SmallOps {
  static final int OPS = 100;

  private final Tensor x = Torch.ones(2, 2);
  private final Tensor y = Torch.ones(2, 2);

  @Benchmark public void opAdd() { repeat(() -> x.add(y)); }

  @Benchmark public void opAddNumber() { repeat(() -> x.add(2.0)); }

  @Benchmark public void opMulInPlace() { repeat(() -> x.mul_(y)); }

  @Benchmark public void opRelu() { repeat(x::relu); }

  @Benchmark public void opSum() { repeat(x::sum); }

  @Benchmark public void opMatmul() { repeat(() -> x.matmul(y)); }

  @Benchmark public void opReshape() { repeat(() -> x.reshape(4)); }

  @Benchmark public void opSelect() { repeat(() -> x.get(0)); }

  /** As in a training step: what an operator makes is freed at the end of a scope. */
  private static void repeat(Op op) {
    try (var step = Scope.open()) {
      for (int i = 0; i < OPS; i++) op.run();
    }
  }

  /** What is measured. */
  private interface Op {
    Tensor run();
  }
}
