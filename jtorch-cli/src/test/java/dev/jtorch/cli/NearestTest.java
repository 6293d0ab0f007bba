package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test void distance_countsInsertionsRemovalsAndReplacements() {
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("Adam", "adam")).isZero();
  }

  @Test void hint_namesTheNearestWord() {
    assertThat(Nearest.hint("--epoch", List.of("--data", "--epochs", "--out"))).isEqualTo("; did you mean --epochs?");
  }

  @Test void hint_isEmptyWhenNothingIsNear() {
    assertThat(Nearest.hint("--gpu", List.of("--epochs", "--batch-size"))).isEmpty();
  }
}
