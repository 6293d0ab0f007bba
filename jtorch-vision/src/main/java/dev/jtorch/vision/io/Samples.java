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

  /** {@return a tensor of shape {@code (C, H, W)}, channels last in memory as torchvision's} */
  Tensor toTensor() {
    try (Tensor rows = Torch.fromBuffer(data, wide ? DType.UINT16 : DType.UINT8, height, width, channels)) {
      return rows.permute(2, 0, 1);
    }
  }
}
