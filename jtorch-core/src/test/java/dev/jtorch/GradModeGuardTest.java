package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GradModeGuardTest {
  @AfterEach void modeIsBack() { assertThat(Torch.isGradEnabled()).isTrue(); }

  @Test void noGrad_recordsNothing() {
    Tensor x = Torch.ones(1).requiresGrad_();
    try (var quiet = Torch.noGrad()) {
      assertThat(x.add(1).requiresGrad()).isFalse();
    }
    assertThat(x.add(1).requiresGrad()).isTrue();
  }

  @Test void guards_nest() {
    try (var quiet = Torch.noGrad()) {
      try (var loud = Torch.enableGrad()) {
        assertThat(Torch.isGradEnabled()).isTrue();
      }
      assertThat(Torch.isGradEnabled()).isFalse();
    }
  }

  @Test void close_ofTheOuterGuardFirst() {
    GradModeGuard outer = Torch.noGrad();
    GradModeGuard inner = Torch.setGradEnabled(false);
    outer.close();
    assertThat(Torch.isGradEnabled()).isTrue();
    inner.close();
    outer.close();
  }

  @Test void inferenceMode_makesInferenceTensors() {
    try (var fast = Torch.inferenceMode()) {
      assertThat(Torch.isInferenceModeEnabled()).isTrue();
      assertThat(Torch.ones(1).isInference()).isTrue();
      try (var normal = Torch.inferenceMode(false)) {
        assertThat(Torch.ones(1).isInference()).isFalse();
      }
    }
    assertThat(Torch.isInferenceModeEnabled()).isFalse();
  }

  @Test void mode_isPerThread() {
    try (var quiet = Torch.noGrad()) {
      assertThat(CompletableFuture.supplyAsync(Torch::isGradEnabled).join()).isTrue();
    }
  }

  @Test void close_onAnotherThread() {
    try (var quiet = Torch.noGrad()) {
      assertThatThrownBy(() -> CompletableFuture.runAsync(quiet::close).join())
          .hasCauseInstanceOf(IllegalStateException.class);
    }
  }
}
