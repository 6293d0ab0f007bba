package dev.jtorch.cli.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** What all plots share: white paper of twice the density, smooth lines, the colours of the report. */
public final class Plots {
  static final Color INK = new Color(0x1f2937);
  static final Color FAINT = new Color(0xe5e7eb);
  static final Color BLUE = new Color(0x2563eb);
  static final Color ORANGE = new Color(0xea580c);

  /** Pixels per unit of length, so that the plots are sharp on dense displays. */
  private static final int DENSITY = 2;

  private Plots() {}

  /** {@return whether this machine can draw: a slim container may have no fonts, and then Java cannot write letters} */
  public static boolean available() {
    try {
      return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplay('0');
    } catch (LinkageError | InternalError e) {
      return false;
    }
  }

  /** Draws a picture of this size and returns it as PNG. */
  static byte[] png(int width, int height, Consumer<Graphics2D> draw) {
    var image = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(DENSITY, DENSITY);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      draw.accept(graphics);
    } finally {
      graphics.dispose();
    }
    return encode(image);
  }

  private static byte[] encode(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
