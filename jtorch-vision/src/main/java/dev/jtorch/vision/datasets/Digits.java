package dev.jtorch.vision.datasets;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.Dataset;
import dev.jtorch.data.Example;
import dev.jtorch.data.TensorDataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/**
 * 1,797 images of handwritten digits, 8 x 8 pixels of 17 shades, with their labels; part of the library, small enough to train
 * on in seconds.
 *
 * <p>Samples: the input has shape {@code (1, 8, 8)}, float32 from 0 to 1; the target is the digit, int64 without dimensions.
 * Every fifth image, beginning with the first, is for testing, and the others are for training: 360 and 1,437.
 *
 * <p>The images are the test part of E. Alpaydin and C. Kaynak's Optical Recognition of Handwritten Digits (1998), UCI Machine
 * Learning Repository, doi:10.24432/C50P49, licensed under CC BY 4.0, as scikit-learn ships them.
 *
 * @see <a href="https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits">UCI's page</a>
 */
public final class Digits {
  private static final int COUNT = 1797;
  private static final int SIDE = 8;
  private static final int TEST_EVERY = 5;
  private static final int WHITE = 16;
  private static final String RESOURCE = "digits.gz";

  private Digits() {}

  /** {@return the 1,437 samples for training, in tensors of their own} */
  public static TensorDataset train() {
    return chosen(LongStream.range(0, COUNT).filter(i -> i % TEST_EVERY != 0));
  }

  /** {@return the 360 samples for testing, in tensors of their own} */
  public static TensorDataset test() {
    return chosen(LongStream.range(0, COUNT).filter(i -> i % TEST_EVERY == 0));
  }

  /** {@return the samples for training, with the inputs that a transform makes of the images} */
  public static Dataset<Example> train(Function<? super Tensor, ? extends Tensor> transform) {
    return train().map(sample -> sample.mapInput(transform));
  }

  /** {@return the samples for testing, with the inputs that a transform makes of the images} */
  public static Dataset<Example> test(Function<? super Tensor, ? extends Tensor> transform) {
    return test().map(sample -> sample.mapInput(transform));
  }

  private static TensorDataset chosen(LongStream samples) {
    byte[] bytes = read();
    int area = SIDE * SIDE;
    long[] indices = samples.toArray();
    var pixels = new float[indices.length * area];
    var labels = new long[indices.length];
    for (int i = 0; i < indices.length; i++) {
      int image = (int) indices[i];
      labels[i] = bytes[COUNT * area + image];
      for (int p = 0; p < area; p++) pixels[i * area + p] = bytes[image * area + p] / (float) WHITE;
    }
    try (Tensor flat = Torch.tensor(pixels)) {
      return new TensorDataset(flat.reshape(-1, 1, SIDE, SIDE), Torch.tensor(labels));
    }
  }

  /** All pixels, image by image and row by row, then all labels. */
  private static byte[] read() {
    try (InputStream packed = Digits.class.getResourceAsStream(RESOURCE);
        var unpacked = new GZIPInputStream(Objects.requireNonNull(packed, RESOURCE))) {
      return unpacked.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
