package dev.jtorch.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** The build put the right native jars on the tests' class path. */
class NativesTest {
  @Test void natives_load() {
    try (var ones = torch.ones(2, 3)) {
      assertThat(ones.numel()).isEqualTo(6);
    }
  }
}
