package dev.jtorch.vision.io;

/** Colours as JPEG stores them made colours to look at, in libjpeg's whole numbers and in place. */
final class JpegColours {
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);
  private static final int CR_TO_RED = 91_881; // 1.402
  private static final int CB_TO_GREEN = 22_554; // 0.34414
  private static final int CR_TO_GREEN = 46_802; // 0.71414
  private static final int CB_TO_BLUE = 116_130; // 1.772
  private static final int WHITE = 255;

  private JpegColours() {}

  /** Red, green and blue for luma and two colour differences; what else a pixel has stays. */
  static void yccToRgb(byte[] samples, int channels) {
    for (int i = 0; i < samples.length; i += channels) {
      int y = samples[i] & 0xff;
      int cb = (samples[i + 1] & 0xff) - 128;
      int cr = (samples[i + 2] & 0xff) - 128;
      samples[i] = clamped(y + ((CR_TO_RED * cr + HALF) >> BITS));
      samples[i + 1] = clamped(y + ((HALF - CB_TO_GREEN * cb - CR_TO_GREEN * cr) >> BITS));
      samples[i + 2] = clamped(y + ((CB_TO_BLUE * cb + HALF) >> BITS));
    }
  }

  private static byte clamped(int value) { return (byte) Math.max(0, Math.min(WHITE, value)); }

  /** Inks for luma and two colour differences; black stays. */
  static void ycckToCmyk(byte[] samples) {
    yccToRgb(samples, 4);
    for (int i = 0; i < samples.length; i++) if (i % 4 < 3) samples[i] = (byte) (WHITE - samples[i]);
  }

  /** {@return red, green and blue of inks, which Adobe's programs store as the light that they let through} */
  static byte[] cmykToRgb(byte[] samples) {
    var rgb = new byte[samples.length / 4 * 3];
    for (int i = 0, o = 0; i < samples.length; i += 4) {
      int black = samples[i + 3] & 0xff;
      for (int c = 0; c < 3; c++) rgb[o++] = (byte) ((samples[i + c] & 0xff) * black / WHITE);
    }
    return rgb;
  }
}
