package dev.jtorch.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a history as comma-separated values, one line an epoch under one line of names. */
public final class HistoryCsv {
  private static final String HEADER = "epoch,loss,train_accuracy,test_loss,test_accuracy,lr,seconds\n";

  private HistoryCsv() {}

  /** {@return the whole file} */
  public static String of(History history) {
    return history.epochs().stream().map(HistoryCsv::line).collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(EpochResult e) {
    return String.format(Locale.ROOT, "%d,%.6f,%.6f,%.6f,%.6f,%s,%.3f\n", e.epoch(), e.loss(), e.trainAccuracy(),
        e.testLoss(), e.testAccuracy(), plain(e.lr()), e.seconds());
  }

  /** Six digits without an exponent: learning rates are small, and 0.9 times 0.002 is not quite 0.0018. */
  private static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
