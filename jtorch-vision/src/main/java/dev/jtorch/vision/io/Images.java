package dev.jtorch.vision.io;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Reads and writes images as tensors of shape {@code (C, H, W)}.
 *
 * <p>The content of a file, not its name, tells its format. JPEG, PNG, WebP, BMP and TIFF are read; JPEG, PNG, WebP
 * and BMP are written. A damaged file, one that is cut off, or one whose header states more pixels than Pillow would read (178,956,970) is
 * an {@link ImageException} of one line.
 *
 * <p>JPEG and PNG give torchvision's values to the last bit. WebP with losses is decoded in plain Java, which repeats the
 * colours of each block of four pixels where libwebp interpolates them: grey is the same to one level, colours that change
 * smoothly to a few levels, and next to a sharp edge between colours the difference can be large.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/io.html">torchvision.io</a>
 */
public final class Images {
  private static final int BEST_QUALITY = 100;
  private static final int JPEG_QUALITY = 75;
  private static final int BEST_COMPRESSION = 9;
  private static final int PNG_COMPRESSION = 6;

  /** Makes a file's bytes of an image. */
  @FunctionalInterface
  private interface Encoder {
    byte[] encode(byte[] samples, int width, int height, int channels) throws IOException;
  }

  private Images() {}

  /** Reads a file with its own channels; see {@link #readImage(Path, UnaryOperator)}. */
  public static Tensor readImage(Path file) {
    return readImage(file, o -> o);
  }

  /**
   * Reads a file.
   *
   * @param with the channels and whether EXIF's orientation counts
   * @return uint8, or uint16 for a PNG of 16 bits; shape {@code (C, H, W)}
   * @throws ImageException if the file is missing, damaged or no image, or has no such channels
   * @see #decodeImage(byte[], UnaryOperator)
   */
  public static Tensor readImage(Path file, UnaryOperator<ReadOptions> with) {
    try {
      RegularFile.require(file);
      return decode(new Encoded(file.toString(), Files.readAllBytes(file)), with.apply(new ReadOptions()));
    } catch (NoSuchFileException e) {
      throw new ImageException(file + ": there is no such file (expected: an image)", e);
    } catch (IOException e) {
      throw new ImageException(file + ": cannot be read (" + RegularFile.reason(e) + ")", e);
    }
  }

  /** Decodes the bytes of a file with its own channels; see {@link #decodeImage(byte[], UnaryOperator)}. */
  public static Tensor decodeImage(byte[] file) {
    return decodeImage(file, o -> o);
  }

  /**
   * Decodes the bytes of a file.
   *
   * <p>Unchanged, a JPEG has 1, 3 or, for CMYK, 4 channels; a PNG those of its colour type, the colour's number where it has a
   * palette. A JPEG has no alpha and refuses modes with it. A colour that a PNG declares transparent stays opaque, as with
   * torchvision; a palette's transparency is alpha.
   *
   * <p>Differs from torchvision: modes that torchvision gets wrong work, namely grey from WebP, alpha for grey PNGs of fewer
   * than 8 bits and for palettes without alpha, and the numbers of palettes of fewer than 8 bits. BMP and TIFF are read, too;
   * GIF is not. Other metadata than EXIF's may precede it.
   *
   * @param with the channels and whether EXIF's orientation counts
   * @return uint8, or uint16 for a PNG of 16 bits; shape {@code (C, H, W)}
   * @throws ImageException if the bytes are damaged or no image, or have no such channels
   * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.io.decode_image.html">
   *     torchvision.io.decode_image</a>
   */
  public static Tensor decodeImage(byte[] file, UnaryOperator<ReadOptions> with) {
    return decode(new Encoded("image", file), with.apply(new ReadOptions()));
  }

  private static Tensor decode(Encoded file, ReadOptions options) {
    Decoded decoded = decode(file, options.mode());
    Tensor image = decoded.samples().toTensor();
    return options.applyExifOrientation() ? ExifOrientation.apply(image, decoded.orientation()) : image;
  }

  private static Decoded decode(Encoded file, ImageReadMode mode) {
    if (JpegDecoder.matches(file)) return JpegDecoder.decode(file, mode);
    if (PngDecoder.matches(file)) return PngDecoder.decode(file, mode);
    if (PluginDecoder.isWebp(file)) return PluginDecoder.webp(file, mode);
    if (PluginDecoder.isBmp(file)) return PluginDecoder.decode(file, "bmp", mode);
    if (PluginDecoder.isTiff(file)) return PluginDecoder.decode(file, "tiff", mode);
    throw file.wrong((file.length() == 0 ? "is empty" : "is no image") + " (expected: JPEG, PNG, WebP, BMP or TIFF)");
  }

  /** Encodes an image as JPEG with quality 75; see {@link #encodeJpeg(Tensor, int)}. */
  public static byte[] encodeJpeg(Tensor image) {
    return encodeJpeg(image, JPEG_QUALITY);
  }

  /**
   * Encodes an image as JPEG.
   *
   * @param image uint8, shape {@code (1, H, W)} or {@code (3, H, W)}
   * @param quality from 1, small, to 100, good
   * @throws ImageException if image or quality are others
   * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.io.encode_jpeg.html">
   *     torchvision.io.encode_jpeg</a>
   */
  public static byte[] encodeJpeg(Tensor image, int quality) {
    if (quality < 1 || quality > BEST_QUALITY) {
      throw new ImageException("encodeJpeg: quality is " + quality + " (expected: 1 to " + BEST_QUALITY + ")");
    }
    return encode("encodeJpeg", image, false,
        (samples, width, height, channels) -> new PluginEncoder(samples, width, height, channels).jpeg(quality));
  }

  /** Writes an image as JPEG with quality 75; see {@link #writeJpeg(Tensor, Path, int)}. */
  public static void writeJpeg(Tensor image, Path file) {
    writeJpeg(image, file, JPEG_QUALITY);
  }

  /**
   * Writes an image as JPEG; the file appears complete or not at all.
   *
   * @throws ImageException if the file cannot be written, or as of {@link #encodeJpeg(Tensor, int)}
   */
  public static void writeJpeg(Tensor image, Path file, int quality) {
    write(file, encodeJpeg(image, quality));
  }

  /** Encodes an image as PNG with compression level 6; see {@link #encodePng(Tensor, int)}. */
  public static byte[] encodePng(Tensor image) {
    return encodePng(image, PNG_COMPRESSION);
  }

  /**
   * Encodes an image as PNG.
   *
   * <p>Differs from torchvision: alpha is written, too.
   *
   * @param image uint8, shape {@code (C, H, W)}: grey, grey and alpha, RGB, or RGB and alpha
   * @param compressionLevel from 0, fast, to 9, small
   * @throws ImageException if image or level are others
   * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.io.encode_png.html">
   *     torchvision.io.encode_png</a>
   */
  public static byte[] encodePng(Tensor image, int compressionLevel) {
    if (compressionLevel < 0 || compressionLevel > BEST_COMPRESSION) {
      throw new ImageException("encodePng: compressionLevel is " + compressionLevel + " (expected: 0 to "
          + BEST_COMPRESSION + ")");
    }
    return encode("encodePng", image, true,
        (samples, width, height, channels) -> new PngEncoder(samples, width, height, channels)
            .encode(compressionLevel));
  }

  /** Writes an image as PNG with compression level 6; see {@link #writePng(Tensor, Path, int)}. */
  public static void writePng(Tensor image, Path file) {
    writePng(image, file, PNG_COMPRESSION);
  }

  /**
   * Writes an image as PNG; the file appears complete or not at all.
   *
   * @throws ImageException if the file cannot be written, or as of {@link #encodePng(Tensor, int)}
   */
  public static void writePng(Tensor image, Path file, int compressionLevel) {
    write(file, encodePng(image, compressionLevel));
  }

  /**
   * Encodes an image as BMP, which torchvision does not have.
   *
   * @param image uint8, shape {@code (1, H, W)} or {@code (3, H, W)}
   * @throws ImageException if the image is another
   */
  public static byte[] encodeBmp(Tensor image) {
    return encode("encodeBmp", image, false,
        (samples, width, height, channels) -> new PluginEncoder(samples, width, height, channels).bmp());
  }

  /**
   * Writes an image as BMP; the file appears complete or not at all.
   *
   * @throws ImageException if the file cannot be written, or as of {@link #encodeBmp(Tensor)}
   */
  public static void writeBmp(Tensor image, Path file) {
    write(file, encodeBmp(image));
  }

  /**
   * Encodes an image as WebP without losses, which torchvision does not have.
   *
   * @param image uint8, shape {@code (C, H, W)}: grey, grey and alpha, RGB, or RGB and alpha; at most 16384 x 16384
   * @throws ImageException if the image is another
   */
  public static byte[] encodeWebp(Tensor image) {
    if (image.dim() == 3 && Math.max(image.size(1), image.size(2)) > WebpEncoder.LONGEST_SIDE) {
      throw new ImageException("encodeWebp: image is " + image.shape().inMessage() + " (expected: at most "
          + WebpEncoder.LONGEST_SIDE + " rows and columns)");
    }
    return encode("encodeWebp", image, true,
        (samples, width, height, channels) -> new WebpEncoder(samples, width, height, channels).encode());
  }

  /**
   * Writes an image as WebP without losses; the file appears complete or not at all.
   *
   * @throws ImageException if the file cannot be written, or as of {@link #encodeWebp(Tensor)}
   */
  public static void writeWebp(Tensor image, Path file) {
    write(file, encodeWebp(image));
  }

  private static byte[] encode(String who, Tensor image, boolean alpha, Encoder encoder) {
    boolean fits = image.dim() == 3 && image.dtype() == DType.UINT8 && image.numel() > 0
        && (alpha ? image.size(0) <= 4 : image.size(0) == 1 || image.size(0) == 3);
    if (!fits) {
      throw new ImageException(who + ": image is " + image.dtype().torchName() + " " + image.shape().inMessage()
          + " (expected: uint8 (C, H, W) with C = " + (alpha ? "1 to 4" : "1 or 3") + ")");
    }
    int channels = (int) image.size(0);
    var samples = new byte[Math.toIntExact(image.numel())];
    try (Tensor rows = image.permute(1, 2, 0)) {
      rows.copyTo(ByteBuffer.wrap(samples));
      return encoder.encode(samples, (int) image.size(2), (int) image.size(1), channels);
    } catch (IOException e) {
      throw new ImageException(who + ": cannot encode (" + e.getMessage() + ")", e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      RegularFile.replace(file, bytes);
    } catch (IOException e) {
      throw new ImageException(file + ": cannot be written (" + RegularFile.reason(e) + ")", e);
    }
  }

  /**
   * What a decoder found in a file.
   *
   * @param samples in the channels that were asked for
   * @param orientation how the camera was held, as EXIF numbers it
   */
  record Decoded(Samples samples, int orientation) {
    /** Of a file that does not say how the camera was held. */
    static Decoded upright(Samples samples) {
      return new Decoded(samples, ExifOrientation.NORMAL);
    }
  }
}
