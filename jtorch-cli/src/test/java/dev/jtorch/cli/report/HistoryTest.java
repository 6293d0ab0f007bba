package dev.jtorch.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test void best_isTheFirstOfEquals() {
    History history = ReportFixtures.history(3).plus(new EpochResult(4, 1, 1, 1, ReportFixtures.history(3).last()
        .testAccuracy(), 1e-3, 1));
    assertThat(history.best().epoch()).isEqualTo(3);
    assertThat(history.last().epoch()).isEqualTo(4);
  }

  @Test void csv_hasALineForEachEpoch() {
    assertThat(HistoryCsv.of(ReportFixtures.history(2))).isEqualTo("""
        epoch,loss,train_accuracy,test_loss,test_accuracy,lr,seconds
        1,2.000000,0.750000,2.050000,0.666667,0.001,0.250
        2,1.000000,0.875000,1.050000,0.833333,0.0005,0.250
        """);
  }
}
