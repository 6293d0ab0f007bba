package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplexTest {
  /** As Python's {@code repr(complex(real, imag))}. */
  @ParameterizedTest
  @CsvSource({"1,2,(1+2j)", "1.5,-2,(1.5-2j)", "0,2,2j", "-0.0,2,(-0+2j)", "0,-0.0,-0j", "1e20,0,(1e+20+0j)",
    "NaN,Infinity,(nan+infj)"}) void toString_asPython(double real, double imag, String text) {
    assertThat(Complex.of(real, imag)).hasToString(text);
  }

  @Test void numberValues() {
    assertThat(Complex.of(2, 0).intValue()).isEqualTo(2);
    assertThat(Complex.of(3, 4).abs()).isEqualTo(5);
    assertThatThrownBy(() -> Complex.of(1, 2).doubleValue()).isInstanceOf(DTypeException.class)
        .hasMessage("complex: value is (1+2j) (expected: no imaginary part); take real() or abs()");
  }

  @Test void equals_byValue() {
    assertThat(Complex.of(1, 2)).isEqualTo(Complex.of(1, 2)).hasSameHashCodeAs(Complex.of(1, 2))
        .isNotEqualTo(Complex.of(1, 3));
  }
}
