package dev.jtorch.vision.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The decoders that the JDK and TwelveMonkeys plug into ImageIO. */
final class Plugin {
  /** What is asked of a decoder. */
  @FunctionalInterface
  interface Reading<T> {
    T from(ImageReader reader) throws IOException;
  }

  private Plugin() {}

  /**
   * {@return what a decoder of this format read}
   *
   * @throws ImageException whatever the decoder throws at a damaged file: all kinds of exceptions
   */
  static <T> T read(Encoded file, String format, Reading<T> reading) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw file.wrong("is " + format + ", which nothing here decodes (expected: imageio-" + format
          + " of com.twelvemonkeys.imageio on the class path)");
    }
    ImageReader reader = readers.next();
    // in memory, where ImageIO would go through a temporary file
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
      reader.setInput(in, true, true);
      file.checkSize(reader.getWidth(0), reader.getHeight(0));
      return reading.from(reader);
    } catch (ImageException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw file.wrong("is damaged or cut off: its pixels cannot be decoded" + because(e), e);
    } finally {
      reader.dispose();
    }
  }

  private static String because(Exception e) {
    return e.getMessage() == null ? "" : " (" + e.getMessage().lines().findFirst().orElse("") + ")";
  }
}
