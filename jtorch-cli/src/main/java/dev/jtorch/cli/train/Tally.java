package dev.jtorch.cli.train;

/**
 * Sums over the images seen so far.
 *
 * @param loss sum of the losses of all images
 * @param right how many were classified right
 * @param seen how many there were
 */
record Tally(double loss, long right, long seen) {
  static final Tally EMPTY = new Tally(0, 0, 0);

  /** {@return the sums with a batch more, whose mean loss is given} */
  Tally plus(double meanLoss, long right, long images) {
    return new Tally(loss + meanLoss * images, this.right + right, seen + images);
  }

  double meanLoss() { return loss / seen; }

  double accuracy() { return (double) right / seen; }
}
