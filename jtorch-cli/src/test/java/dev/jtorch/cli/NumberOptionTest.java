package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class NumberOptionTest {
  @Test void convert_legal() {
    assertThat(new NumberOption.Positive().convert("1")).isEqualTo(1);
    assertThat(new NumberOption.Threads().convert("0")).isZero();
    assertThat(new NumberOption.Whole().convert("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(new NumberOption.PositiveReal().convert("1e-3")).isEqualTo(1e-3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "one", "", "2147483648"}) void positive_illegal(String text) {
    assertThatThrownBy(() -> new NumberOption.Positive().convert(text)).isInstanceOf(TypeConversionException.class)
        .hasMessage("a whole number >= 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "fast", ""}) void positiveReal_illegal(String text) {
    assertThatThrownBy(() -> new NumberOption.PositiveReal().convert(text)).isInstanceOf(TypeConversionException.class)
        .hasMessage("a number > 0");
  }
}
