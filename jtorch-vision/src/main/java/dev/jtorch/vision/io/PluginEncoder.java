package dev.jtorch.vision.io;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG and BMP by the JDK's encoders. */
final class PluginEncoder {
  private final BufferedImage image;

  /** Takes grey samples, or red, green and blue ones. */
  PluginEncoder(byte[] samples, int width, int height, int channels) {
    image =
        new BufferedImage(width, height, channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < data.length; i++) data[i] = samples[channels == 1 ? i : i + 2 - 2 * (i % 3)];
  }

  byte[] jpeg(int quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality / 100f);
    return written(writer, parameters);
  }

  byte[] bmp() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("bmp").next();
    return written(writer, writer.getDefaultWriteParam());
  }

  private byte[] written(ImageWriter writer, ImageWriteParam parameters) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
