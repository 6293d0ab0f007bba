package dev.jtorch.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The epochs of a run so far, oldest first.
 *
 * @param epochs one result an epoch
 */
public record History(List<EpochResult> epochs) {
  /** A run that has not begun. */
  public static final History EMPTY = new History(List.of());

  /** Copies the list. */
  public History {
    epochs = List.copyOf(epochs);
  }

  /** {@return this history and one epoch more} */
  public History plus(EpochResult next) {
    var longer = new ArrayList<>(epochs);
    longer.add(next);
    return new History(longer);
  }

  /** {@return one figure of every epoch, for plotting} */
  public double[] column(ToDoubleFunction<EpochResult> figure) {
    return epochs.stream().mapToDouble(figure).toArray();
  }

  /** {@return the epoch of the best test accuracy, the first of equals} */
  public EpochResult best() {
    return epochs.stream().max(Comparator.comparingDouble(EpochResult::testAccuracy)
        .thenComparing(Comparator.comparingInt(EpochResult::epoch).reversed())).orElseThrow();
  }

  /** {@return the latest epoch} */
  public EpochResult last() { return epochs.get(epochs.size() - 1); }
}
