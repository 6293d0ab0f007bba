package dev.jtorch.data;

import dev.jtorch.DType;
import dev.jtorch.Generator;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.function.UnaryOperator;

/** Seeds, drawn as PyTorch draws them: {@code torch.empty((), dtype=torch.int64).random_().item()}. */
final class Randomness {
  private Randomness() {}

  /** The next seed of a generator. */
  static long drawSeed(Generator generator) {
    return draw(seed -> seed.random_(generator));
  }

  /** A generator whose seed comes from this thread's default one. */
  static Generator fresh() {
    return new Generator(draw(Tensor::random_));
  }

  private static long draw(UnaryOperator<Tensor> fill) {
    try (Tensor seed = Torch.empty(new long[0], o -> o.dtype(DType.INT64))) {
      return fill.apply(seed).itemLong();
    }
  }
}
