package dev.jtorch.data;

import dev.jtorch.DType;
import dev.jtorch.Generator;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.AtenRandom;
import org.jspecify.annotations.Nullable;

/** Seeds, drawn as PyTorch draws them. */
final class Randomness {
  private Randomness() {}

  /** Python's {@code torch.empty((), dtype=torch.int64).random_().item()}; null means the default generator. */
  static long drawSeed(@Nullable Generator generator) {
    try (var seed = Torch.empty(new long[0], o -> o.dtype(DType.INT64))) {
      AtenRandom.random_(Bridge.handle(seed), Bridge.generatorOrNull(generator));
      return seed.itemLong();
    }
  }

  /** A generator that the default one has seeded. */
  static Generator fresh() {
    return new Generator(drawSeed(null));
  }
}
