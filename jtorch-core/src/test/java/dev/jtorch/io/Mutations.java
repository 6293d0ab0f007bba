package dev.jtorch.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages files at random, in the ways in which readers of files are attacked. */
final class Mutations {
  private static final long[] NUMBERS =
      {0, 1, -1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffffL, 0x80000000L, 0xffffffffL,
        1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};
  /** Pieces of pickles: foreign calls, containers, memo, marks, lengths. */
  private static final List<String> PIECES =
      List.of("cos\nsystem\n(X\2\0\0\0idtR", "cbuiltins\neval\n", "c__builtin__\ngetattr\n",
          "ctorch._utils\n_rebuild_tensor_v2\n", "ctorch\nFloatStorage\n", "ccollections\nOrderedDict\n)R", "(", "t",
          "}", "]", "h\0",
          "q\0", "R", "b", "Q", ".", "N", "\u0088", "\u008a\10\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f",
          "X\u00ff\u00ff\u00ff\u007f", "\u0085",
          "\u0094", "\u0093", "\u0081", "e", "u", "0", "((((((((", "}}}}}}}}", "h\1h\1\u0086q\1", "../", "PK\1\2",
          "PK\5\6", "data.pkl", "byteorder");

  private final List<byte[]> corpus;

  Mutations(List<byte[]> corpus) {
    this.corpus = corpus;
  }

  /** A file of the corpus with one to six changes. */
  byte[] next(RandomGenerator random) {
    byte[] bytes = any(random).clone();
    for (int left = 1 + random.nextInt(6); left > 0; left--) bytes = change(bytes, random);
    return bytes;
  }

  private byte[] any(RandomGenerator random) { return corpus.get(random.nextInt(corpus.size())); }

  private byte[] change(byte[] bytes, RandomGenerator random) {
    if (bytes.length < 16) return bytes;
    int at = random.nextInt(bytes.length - 8);
    return switch (random.nextInt(8)) {
      case 0 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      case 1 -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 2 -> number(bytes, at, random);
      case 3 -> replaced(bytes, at, Math.min(bytes.length - at, random.nextInt(64)), new byte[0]);
      case 4 -> replaced(bytes, at, 0, part(any(random), random));
      case 5 -> overwritten(bytes, at, part(any(random), random));
      case 6 -> piece(bytes, at, random);
      default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : piece(bytes, at, random);
    };
  }

  private static byte[] number(byte[] bytes, int at, RandomGenerator random) {
    ByteBuffer all =
        ByteBuffer.wrap(bytes).order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    switch (random.nextInt(3)) {
      case 0 -> all.putShort(at, (short) number);
      case 1 -> all.putInt(at, (int) number);
      default -> all.putLong(at, number);
    }
    return bytes;
  }

  private static byte[] piece(byte[] bytes, int at, RandomGenerator random) {
    byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.ISO_8859_1);
    return random.nextBoolean() ? replaced(bytes, at, 0, piece) : overwritten(bytes, at, piece);
  }

  private static byte[] part(byte[] bytes, RandomGenerator random) {
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(48)));
  }

  private static byte[] overwritten(byte[] bytes, int at, byte[] with) {
    System.arraycopy(with, 0, bytes, at, Math.min(with.length, bytes.length - at));
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int at, int length, byte[] with) {
    return ByteBuffer.allocate(bytes.length - length + with.length).put(bytes, 0, at).put(with)
        .put(bytes, at + length, bytes.length - at - length).array();
  }
}
