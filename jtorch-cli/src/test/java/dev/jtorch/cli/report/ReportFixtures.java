package dev.jtorch.cli.report;

import dev.jtorch.optim.LossHistory;
import java.util.List;
import java.util.stream.IntStream;

/** A plausible run for the tests of its writers. */
final class ReportFixtures {
  private ReportFixtures() {}

  static History history(int epochs) {
    return new History(IntStream.rangeClosed(1, epochs).mapToObj(ReportFixtures::epoch).toList());
  }

  private static EpochResult epoch(int epoch) {
    double loss = 2.0 / epoch;
    return new EpochResult(epoch, loss, 1 - loss / 8, loss + 0.05, 1 - loss / 6, 1e-3 / epoch, 0.25);
  }

  /** Three batches an epoch, the last of them smaller. */
  static LossHistory losses(int epochs) {
    var losses = new LossHistory();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      for (int batch = 0; batch < 3; batch++) losses.add(epoch, 2.5 / epoch - 0.2 * batch, batch == 2 ? 16 : 32);
    }
    return losses;
  }

  /** Ten classes of 36 images; every class loses one image to the next. */
  static ConfusionMatrix confusion(int classes) {
    var matrix = new ConfusionMatrix(IntStream.range(0, classes).mapToObj(String::valueOf).toList());
    for (int i = 0; i < classes; i++) {
      for (int n = 0; n < 35; n++) matrix.add(i, i);
      matrix.add(i, (i + 1) % classes);
    }
    return matrix;
  }

  static ConfusionMatrix named(List<String> classes) {
    var matrix = new ConfusionMatrix(classes);
    for (int i = 0; i < classes.size(); i++) matrix.add(i, i);
    return matrix;
  }
}
