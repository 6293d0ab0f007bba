package dev.jtorch.vision.models;

/** Numbers of channels that are scaled. */
final class Channels {
  /** No more than this part of the channels may be lost to rounding. */
  private static final double KEPT = 0.9;

  private Channels() {}

  /** The multiple of {@code divisor} that is nearest, or the next one where rounding down would take more than a tenth. */
  static long makeDivisible(double channels, long divisor) {
    long rounded = Math.max(divisor, (long) (channels + divisor / 2.0) / divisor * divisor);
    return rounded < KEPT * channels ? rounded + divisor : rounded;
  }
}
