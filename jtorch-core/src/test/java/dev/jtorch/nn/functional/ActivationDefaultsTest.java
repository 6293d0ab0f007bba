package dev.jtorch.nn.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import org.junit.jupiter.api.Test;

/** What PyTorch 2.10 prints where an activation's settings are left out. */
class ActivationDefaultsTest {
  private final Tensor x = Torch.tensor(new float[] {-2, -0.4f, 0.3f, 1.5f});

  @Test void rectifiers() {
    assertThat(F.elu(x)).hasToString("tensor([-0.8647, -0.3297,  0.3000,  1.5000])");
    assertThat(F.celu(x)).hasToString("tensor([-0.8647, -0.3297,  0.3000,  1.5000])");
    assertThat(F.rrelu(x)).hasToString("tensor([-0.4583, -0.0917,  0.3000,  1.5000])");
  }

  @Test void smoothOnes() {
    assertThat(F.hardshrink(x)).hasToString("tensor([-2.0000,  0.0000,  0.0000,  1.5000])");
    assertThat(F.softshrink(x)).hasToString("tensor([-1.5000, -0.0000,  0.0000,  1.0000])");
    assertThat(F.glu(x)).hasToString("tensor([-1.1489, -0.3270])");
  }
}
