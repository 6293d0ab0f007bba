package dev.jtorch.vision.io;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What was decoded: rows from the top, in them pixels from the left, in them the channels, of 8 or 16 bits each. */
final class Samples {
  private static final int WHITE8 = 0xff;
  private static final int WHITE16 = 0xffff;

  private final int width;
  private final int height;
  private final int channels;
  private final boolean wide;
  private final ByteBuffer data;

  private Samples(int width, int height, int channels, boolean wide, byte[] data) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.wide = wide;
    this.data = ByteBuffer.wrap(data).order(ByteOrder.nativeOrder());
  }

  /** These of 8 bits, without a copy. */
  static Samples of(int width, int height, int channels, byte[] data) {
    return new Samples(width, height, channels, false, data);
  }

  /** Black ones of 8 or 16 bits; {@link Encoded#checkSize} has seen to it that an array can hold them. */
  static Samples of(int width, int height, int channels, boolean wide) {
    return new Samples(width, height, channels, wide, new byte[width * height * channels * (wide ? 2 : 1)]);
  }

  /** Black ones of the same size and number of bits. */
  Samples withChannels(int others) {
    return of(width, height, others, wide);
  }

  int width() { return width; }

  int height() { return height; }

  int channels() { return channels; }

  int pixels() { return width * height; }

  boolean wide() { return wide; }

  /** The largest value. */
  int white() { return wide ? WHITE16 : WHITE8; }

  int get(int i) { return wide ? data.getShort(2 * i) & WHITE16 : data.get(i) & WHITE8; }

  void set(int i, int value) {
    if (wide) data.putShort(2 * i, (short) value);
    else data.put(i, (byte) value);
  }

  /** {@return these samples in the channels of a mode: grey from colour by the luma, missing alpha opaque} */
  Samples in(ImageReadMode mode, Luma luma) {
    if (mode == ImageReadMode.UNCHANGED || mode.channels() == channels) return this;
    Samples to = withChannels(mode.channels());
    for (int pixel = 0, i = 0, o = 0; pixel < pixels(); pixel++, i += channels, o += to.channels) {
      copyColour(i, to, o, luma);
      if (to.hasAlpha()) to.set(o + to.channels - 1, hasAlpha() ? get(i + channels - 1) : white());
    }
    return to;
  }

  private void copyColour(int i, Samples to, int o, Luma luma) {
    int red = get(i);
    int green = isGrey() ? red : get(i + 1);
    int blue = isGrey() ? red : get(i + 2);
    if (to.isGrey()) {
      to.set(o, luma.of(red, green, blue));
    } else {
      to.set(o, red);
      to.set(o + 1, green);
      to.set(o + 2, blue);
    }
  }

  private boolean isGrey() { return channels < 3; }

  private boolean hasAlpha() { return channels % 2 == 0; }

  /** {@return a tensor of shape {@code (C, H, W)}, channels last in memory as torchvision's} */
  Tensor toTensor() {
    try (Tensor rows = Torch.fromBuffer(data, wide ? DType.UINT16 : DType.UINT8, height, width, channels)) {
      return rows.permute(2, 0, 1);
    }
  }

  /** The brightness of a colour, {@code 0.299 R + 0.587 G + 0.114 B}, in the whole numbers that each library uses for it. */
  enum Luma {
    /** libjpeg's and Pillow's: to the nearest. */
    JPEG(19595, 38470, 7471, 1 << 15, 16),
    /** libpng's of 8 bits with torchvision's 0.2989 and 0.587: down. */
    PNG(9794, 19234, 3740, 0, 15),
    /** libpng's of 16 bits: to the nearest. */
    PNG16(9794, 19234, 3740, 1 << 14, 15);

    private final long red;
    private final long green;
    private final long blue;
    private final long half;
    private final int bits;

    Luma(int red, int green, int blue, int half, int bits) {
      this.red = red;
      this.green = green;
      this.blue = blue;
      this.half = half;
      this.bits = bits;
    }

    int of(int r, int g, int b) { return (int) ((red * r + green * g + blue * b + half) >> bits); }
  }
}
