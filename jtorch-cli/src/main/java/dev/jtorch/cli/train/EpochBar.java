package dev.jtorch.cli.train;

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
}
