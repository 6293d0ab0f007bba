package dev.jtorch.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private final ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "dog", "owl"));

  ConfusionMatrixTest() {
    matrix.add(0, 0);
    matrix.add(0, 0);
    matrix.add(0, 1);
    matrix.add(1, 1);
  }

  @Test void counts_areByActualThenPredicted() {
    assertThat(matrix.count(0, 1)).isEqualTo(1);
    assertThat(matrix.count(1, 0)).isZero();
    assertThat(matrix.actual(0)).isEqualTo(3);
    assertThat(matrix.predicted(1)).isEqualTo(2);
    assertThat(matrix.total()).isEqualTo(4);
  }

  @Test void rates_areSharesOfRowsAndColumns() {
    assertThat(matrix.recall(0)).isEqualTo(2 / 3.0);
    assertThat(matrix.precision(1)).isEqualTo(0.5);
    assertThat(matrix.accuracy()).isEqualTo(0.75);
    assertThat(matrix.recall(2)).isNaN();
  }
}
