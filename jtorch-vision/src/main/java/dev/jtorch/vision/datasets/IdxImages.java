package dev.jtorch.vision.datasets;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.Dataset;
import dev.jtorch.data.Example;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Grey images and their labels from a pair of IDX files, held as the bytes they are until they are asked for. */
final class IdxImages implements Dataset<Example> {
  private static final double WHITE = 255;

  private final Tensor images; // (N, 1, H, W), uint8
  private final Tensor labels; // (N), int64

  private IdxImages(Tensor images, Tensor labels) {
    this.images = images.keepForever();
    this.labels = labels.keepForever();
  }

  /** Reads {@code <part>-images-idx3-ubyte} and {@code <part>-labels-idx1-ubyte}. */
  static IdxImages read(Path folder, String part, int classes) {
    IdxFile images = IdxFile.read(folder, part + "-images-idx3-ubyte", 3);
    IdxFile labels = IdxFile.read(folder, part + "-labels-idx1-ubyte", 1);
    int[] shape = images.shape();
    if (labels.shape()[0] != shape[0]) {
      throw new DatasetException(
          folder + " holds " + labels.shape()[0] + " labels for " + shape[0] + " images of part " + part
              + " (expected: as many)");
    }
    return new IdxImages(
        Torch.fromBuffer(ByteBuffer.wrap(images.elements()), DType.UINT8, shape[0], 1, shape[1], shape[2]),
        Torch.tensor(numbers(folder, labels.elements(), classes)));
  }

  private static long[] numbers(Path folder, byte[] labels, int classes) {
    var numbers = new long[labels.length];
    for (int i = 0; i < labels.length; i++) {
      numbers[i] = labels[i] & 0xff;
      if (numbers[i] >= classes) {
        throw new DatasetException(
            folder + ": label of image " + i + " is " + numbers[i] + " (expected: 0 to " + (classes - 1)
                + ")");
      }
    }
    return numbers;
  }

  @Override public long size() { return labels.size(0); }

  @Override public Example get(long index) {
    return new Example(scaled(images.select(0, index)), labels.select(0, index));
  }

  @Override public Example getBatch(long[] indices) {
    Tensor rows = Torch.tensor(indices);
    return new Example(scaled(images.indexSelect(0, rows)), labels.indexSelect(0, rows));
  }

  private static Tensor scaled(Tensor bytes) { return bytes.toFloat().div_(WHITE); }
}
