package dev.jtorch.benchmarks;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.State;

/** A product big enough to need every core. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class Products {
  private final Tensor a = Torch.randn(1024, 1024);
  private final Tensor b = Torch.randn(1024, 1024);

  @Benchmark public void matmul1024() {
    try (var step = Scope.open()) {
      a.matmul(b);
    }
  }
}
