package dev.jtorch.vision.io;

/** Makes grey or coloured samples, with or without alpha, those that a mode asks for. */
final class Channels {
  private Channels() {}

  /** {@return the samples as the mode wants them: grey from colour by the luma, missing alpha opaque} */
  static Samples convert(Samples from, ImageReadMode mode, Luma luma) {
    if (mode == ImageReadMode.UNCHANGED || mode.channels() == from.channels()) return from;
    int channels = mode.channels();
    Samples to = from.withChannels(channels);
    for (int pixel = 0, i = 0, o = 0; pixel < from.pixels(); pixel++, i += from.channels(), o += channels) {
      copyColour(from, i, to, o, luma);
      if (hasAlpha(channels)) {
        to.set(o + channels - 1, hasAlpha(from.channels()) ? from.get(i + from.channels() - 1) : from.white());
      }
    }
    return to;
  }

  private static void copyColour(Samples from, int i, Samples to, int o, Luma luma) {
    boolean grey = isGrey(from.channels());
    int red = from.get(i);
    int green = grey ? red : from.get(i + 1);
    int blue = grey ? red : from.get(i + 2);
    if (isGrey(to.channels())) {
      to.set(o, luma.of(red, green, blue));
    } else {
      to.set(o, red);
      to.set(o + 1, green);
      to.set(o + 2, blue);
    }
  }

  private static boolean isGrey(int channels) { return channels < 3; }

  private static boolean hasAlpha(int channels) { return channels % 2 == 0; }
}
