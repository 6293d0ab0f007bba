package dev.jtorch.testing;

import static dev.jtorch.testing.Eventually.collect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MallocTest {
  @Test void bytesInUse_countTensors() {
    collect(); // so that nothing else is freed meanwhile
    OptionalLong before = Malloc.bytesInUse();
    assumeTrue(before.isPresent(), "needs glibc");
    try (Tensor big = Torch.zeros(16 << 20)) {
      assertThat(Malloc.bytesInUse().getAsLong() - before.getAsLong()).isGreaterThan(big.nbytes() / 2);
    }
  }
}
