package dev.jtorch.vision.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.data.Dataset;
import dev.jtorch.data.Example;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
  @TempDir private Path folder;

  @Test void train_scalesPixels() throws IOException {
    write(folder, "train", 3);
    Example example = FashionMnist.train(folder).get(2);
    assertThat(example.input().shape()).containsExactly(1L, 2L, 2L);
    assertThat(example.input().toFloatArray()).containsExactly(2 / 255f, 0, 0, 1);
    assertThat(example.target().item()).isEqualTo(2L);
  }

  @Test void test_inTorchvisionsFolder() throws IOException {
    Path raw = Files.createDirectories(folder.resolve("FashionMNIST").resolve("raw"));
    write(raw, "t10k", 2);
    assertThat(FashionMnist.test(folder).size()).isEqualTo(2);
  }

  @Test void getBatch_isWhatItsExamplesAre() throws IOException {
    write(folder, "train", 4);
    Dataset<Example> data = FashionMnist.train(folder);
    Example batch = data.getBatch(new long[] {3, 1});
    assertThat(batch).isNotNull();
    assertThat(batch.input().shape()).containsExactly(2L, 1L, 2L, 2L);
    assertThat(batch.input().toFloatArray()).containsExactly(3 / 255f, 0, 0, 1, 1 / 255f, 0, 0, 1);
    assertThat(batch.target().toLongArray()).containsExactly(3, 1);
  }

  @Test void train_withoutFiles() {
    assertThatThrownBy(() -> FashionMnist.train(folder)).isInstanceOf(DatasetException.class).hasMessage(folder
        + " does not hold train-images-idx3-ubyte (expected: train-images-idx3-ubyte or train-images-idx3-ubyte.gz)");
  }

  @Test void train_labelsDoNotFit() throws IOException {
    write(folder, "train", 3);
    Files.write(folder.resolve("train-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 0});
    refused(folder + " holds 1 labels for 3 images of part train (expected: as many)");
    Files.write(folder.resolve("train-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 0, 10, 1});
    refused(folder + ": label of image 1 is 10 (expected: 0 to 9)");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> FashionMnist.train(folder)).isInstanceOf(DatasetException.class).hasMessage(message);
  }

  /** Images of 2 x 2: image i is of class i, its first pixel is i and its last one white. */
  private static void write(Path folder, String part, int count) throws IOException {
    var images = ByteBuffer.allocate(16 + 4 * count).putInt(0x803).putInt(count).putInt(2).putInt(2);
    var labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      images.put((byte) i).put((byte) 0).put((byte) 0).put((byte) 255);
      labels.put((byte) i);
    }
    Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
    Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
  }
}
