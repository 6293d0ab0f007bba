package dev.jtorch.cli.train;

import dev.jtorch.cli.train.Trainer.Tally;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The progress of one epoch. */
interface EpochBar extends AutoCloseable {
  /** Shows nothing. */
  EpochBar NONE = new EpochBar() {
    @Override public void advance(Tally tally) {}

    @Override public void close() {}
  };

  /** The epoch has come to these sums. */
  void advance(Tally tally);

  @Override void close();

  /** A bar on standard error that is wiped away when the epoch ends. */
  final class TerminalBar implements EpochBar {
    private static final int COLUMNS = 100;

    private final ProgressBar bar;
    private final long start = System.nanoTime();
    private final long seenBefore;

    TerminalBar(String task, long images, long seen) {
      seenBefore = seen;
      // The library would load a terminal driver to ask for the width; a fixed one starts at once.
      bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(images).startsFrom(seen, Duration.ZERO)
          .setStyle(ProgressBarStyle.UNICODE_BLOCK).setUpdateIntervalMillis(100).hideEta().clearDisplayOnFinish()
          .setConsumer(new ConsoleProgressBarConsumer(System.err, COLUMNS)).build();
    }

    /** The library counts whole seconds, too coarse for the speed of short epochs. */
    @Override public void advance(Tally tally) {
      double seconds = (System.nanoTime() - start) / 1e9;
      bar.stepTo(tally.seen());
      bar.setExtraMessage(String.format(Locale.ROOT, " %.0f images/s  loss %.4f", (tally.seen() - seenBefore) / seconds,
          tally.meanLoss()));
    }

    @Override public void close() {
      bar.close();
    }
  }
}
