package dev.jtorch.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonNumbersTest {

  @Test void repr_likePython() {
    List<String> expected = GoldenText.lines("repr.txt").toList();
    assertThat(expected).hasSize(2000);
    assertThat(expected.stream().map(GoldenText::number).map(PythonNumbers::repr)).containsExactlyElementsOf(expected);
  }

  @Test void fixedAndScientific_likePython() {
    List<String> expected = GoldenText.lines("decimals.txt").toList();
    assertThat(expected).hasSizeGreaterThan(400);
    assertThat(expected.stream().map(PythonNumbersTest::decimals)).containsExactlyElementsOf(expected);
  }

  @Test void repr_whereDoubleToStringIsNotTheShortest() {
    // JDK-4511638: Double.toString of JDK 17 writes 1.9999999999999998E23 and 5.6843418860808015E-14
    assertThat(PythonNumbers.repr(2e23)).isEqualTo("2e+23");
    assertThat(PythonNumbers.repr(1.0E23)).isEqualTo("1e+23");
    assertThat(PythonNumbers.repr(Math.scalb(1.0, -44))).isEqualTo("5.684341886080802e-14");
  }

  @Test void repr_signOfZero() {
    assertThat(PythonNumbers.repr(-0.0)).isEqualTo("-0.0");
    assertThat(PythonNumbers.repr(0.0)).isEqualTo("0.0");
  }

  @Test void tuple_likePython() {
    assertThat(PythonNumbers.tuple()).isEqualTo("()");
    assertThat(PythonNumbers.tuple(3)).isEqualTo("(3,)");
    assertThat(PythonNumbers.tuple(0, 3)).isEqualTo("(0, 3)");
  }

  private static String decimals(String line) {
    String[] words = line.split(" ");
    double value = GoldenText.number(words[0]);
    int precision = Integer.parseInt(words[1]);
    return String.join(" ", words[0], words[1],
        PythonNumbers.fixed(value, precision), PythonNumbers.scientific(value, precision));
  }
}
