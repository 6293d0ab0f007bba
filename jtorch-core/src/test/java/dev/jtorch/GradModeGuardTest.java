package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GradModeGuardTest {
  @AfterEach void modeIsBack() { assertThat(Torch.isGradEnabled()).isTrue(); }

  @Row("S4-107")
  @Test void noGrad_recordsNothing() {
    Tensor x = Torch.ones(1).requiresGrad_();
    try (var quiet = Torch.noGrad()) {
      Tensor y = x.exp();
      assertThat(y.requiresGrad()).isFalse();
      assertThat(y.gradFn()).isNull();
      assertThatThrownBy(y::backward).isInstanceOf(TorchException.class)
          .hasMessage("element 0 of tensors does not require grad and does not have a grad_fn");
    }
    assertThat(x.add(1).requiresGrad()).isTrue();
  }

  @Row("S4-107")
  @Test void noGrad_ofALambda() {
    Tensor x = Torch.ones(1).requiresGrad_();
    Tensor y = Torch.noGrad(() -> x.add(1));
    assertThat(y.requiresGrad()).isFalse();
    Torch.noGrad(() -> {
      x.add_(1);
    });
    assertThat(x.item()).isEqualTo(2.0);
    assertThat(Torch.noGrad(() -> Torch.enableGrad(() -> x.add(1))).requiresGrad()).isTrue();
    Torch.noGrad(() -> {
      Torch.enableGrad(() -> {
        assertThat(Torch.isGradEnabled()).isTrue();
      });
      assertThat(Torch.isGradEnabled()).isFalse();
    });
    assertThat(Torch.inferenceMode(() -> x.add(1)).isInference()).isTrue();
    Torch.inferenceMode(() -> {
      assertThat(Torch.isInferenceModeEnabled()).isTrue();
    });
  }

  @Row("S4-107")
  @Test void noGrad_thatFails_goesBack() {
    assertThatThrownBy(() -> {
      try (var quiet = Torch.noGrad()) {
        Torch.ones(2).add(Torch.ones(3));
      }
    }).isInstanceOf(TorchException.class);
    assertThat(Torch.isGradEnabled()).isTrue();
    assertThatThrownBy(() -> Torch.noGrad(() -> Torch.ones(2).add(Torch.ones(3)))).isInstanceOf(TorchException.class);
    assertThat(Torch.isGradEnabled()).isTrue();
  }

  /** Python's {@code volatile} has no effect but a warning; here there is nothing of the name. */
  @Row("S4-108")
  @Test void volatile_doesNotExist() {
    assertThat(Stream.of(Tensor.class, Torch.class, TensorOptions.class).flatMap(c -> Stream.of(c.getMethods()))
        .map(Method::getName))
        .contains("requiresGrad", "noGrad").noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("volatile"));
  }

  @Row("S4-107")
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

  @Row("S4-107")
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
