package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumThreadsTest {
  private final int before = Torch.getNumThreads();

  @AfterEach void putBack() { Torch.setNumThreads(before); }

  @Test void setNumThreads_holdsForAllThreads() {
    Torch.setNumThreads(3);
    assertThat(Torch.getNumThreads()).isEqualTo(3);
    assertThat(CompletableFuture.supplyAsync(Torch::getNumThreads).join()).isEqualTo(3);
    Tensor product = Torch.randn(256, 256).matmul(Torch.randn(256, 256));
    assertThat(product.shape()).containsExactly(256L, 256L);
    assertThat(Torch.getNumThreads()).isEqualTo(3);
  }

  @Test void setNumThreads_refusesLessThanOne() {
    assertThatThrownBy(() -> Torch.setNumThreads(0)).isInstanceOf(TorchException.class)
        .hasMessage("setNumThreads: threads is 0 (expected: a positive number)");
  }
}
