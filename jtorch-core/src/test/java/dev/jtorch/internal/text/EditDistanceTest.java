package dev.jtorch.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "adam, adam, 0",
    "conv1, conv2, 1"}) void between_countsInsertionsRemovalsAndReplacements(
        String a, String b, int expected) {
    assertThat(EditDistance.between(a, b)).isEqualTo(expected);
  }
}
