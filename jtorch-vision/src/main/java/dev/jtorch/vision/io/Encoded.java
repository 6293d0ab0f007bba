package dev.jtorch.vision.io;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of an image and what to call it in messages.
 *
 * @param name the file, or what stands for it
 * @param bytes all of it
 */
record Encoded(String name, byte[] bytes) {
  /** Pillow's bound too: what is larger is an attack more often than a picture. */
  private static final long MOST_PIXELS = 178_956_970;

  int length() { return bytes.length; }

  int u8(int at) { return bytes[at] & 0xff; }

  int u16(int at) { return u8(at) << 8 | u8(at + 1); }

  int i32(int at) { return u16(at) << 16 | u16(at + 2); }

  int u16LittleEndian(int at) { return u8(at) | u8(at + 1) << 8; }

  int i32LittleEndian(int at) { return u16LittleEndian(at) | u16LittleEndian(at + 2) << 16; }

  /** {@return whether these letters stand at a place} */
  boolean has(int at, String letters) {
    byte[] expected = letters.getBytes(StandardCharsets.ISO_8859_1);
    if (at + expected.length > bytes.length) return false;
    for (int i = 0; i < expected.length; i++) if (bytes[at + i] != expected[i]) return false;
    return true;
  }

  /** Refuses sizes that no picture has, before memory is taken for them. */
  void checkSize(long width, long height) {
    if (width < 1 || height < 1) throw wrong("its size is " + width + " x " + height + " (expected: at least 1 x 1)");
    if (height > MOST_PIXELS / width) {
      throw wrong("its header states " + width + " x " + height + " pixels (expected: at most " + MOST_PIXELS
          + " in all)");
    }
  }

  ImageException truncated() { return wrong("is cut off after " + length() + " bytes"); }

  ImageException wrong(String what) { return new ImageException(name + ": " + what); }

  ImageException wrong(String what, Throwable cause) { return new ImageException(name + ": " + what, cause); }
}
