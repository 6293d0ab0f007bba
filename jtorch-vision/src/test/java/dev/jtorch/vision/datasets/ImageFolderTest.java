package dev.jtorch.vision.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.Example;
import dev.jtorch.vision.datasets.ImageFolder.Sample;
import dev.jtorch.vision.io.ImageException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  @TempDir private Path root;

  @Test void samples_areSortedByClassFolderAndName() throws IOException {
    write("dog/b.png", 1);
    write("dog/a.BMP", 1);
    write("cat/z.tiff", 1);
    write("cat/more/a.jpg", 1);
    Files.writeString(root.resolve("cat/notes.txt"), "");
    Files.writeString(root.resolve("labels.png"), "");
    ImageFolder data = folder();
    assertThat(data.classes()).containsExactly("cat", "dog");
    assertThat(data.classToIdx()).containsExactly(Map.entry("cat", 0), Map.entry("dog", 1));
    assertThat(data.samples()).containsExactly(new Sample(root.resolve("cat/z.tiff"), 0),
        new Sample(root.resolve("cat/more/a.jpg"), 0), new Sample(root.resolve("dog/a.BMP"), 1),
        new Sample(root.resolve("dog/b.png"), 1));
    assertThat(data.size()).isEqualTo(4);
  }

  @Test void get_readsEachFormatAndTransforms() throws IOException {
    write("a/1.jpg", 2);
    write("a/2.png", 3);
    write("a/3.bmp", 4);
    write("b/4.tif", 5);
    ImageFolder data = folder();
    for (int i = 0; i < 4; i++) assertThat(data.get(i).input().shape()).containsExactly(1L, 1L, i + 2L);
    Example last = data.get(3);
    assertThat(last.target().dtype()).isEqualTo(DType.INT64);
    assertThat(last.target().shape()).isEmpty();
    assertThat(last.target().item()).isEqualTo(1L);
  }

  @Test void construction_namesWhatIsMissing() throws IOException {
    refused(root.resolve("none"), root.resolve("none") + " is no folder (expected: one folder per class)");
    refused(root, "Couldn't find any class folder in " + root + ".");
    write("a/1.png", 1);
    Files.createDirectory(root.resolve("c"));
    Files.createDirectory(root.resolve("b"));
    Files.writeString(root.resolve("b/1.gif"), "");
    refused(root, "Found no valid file for the classes b, c. "
        + "Supported extensions are: .jpg, .jpeg, .png, .bmp, .tif, .tiff, .webp");
  }

  @Test void get_unreadableImage_namesTheFile() throws IOException {
    write("a/1.png", 1);
    Path text = Files.writeString(root.resolve("a/2.png"), "hello");
    Path cut = root.resolve("a/3.png");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(root.resolve("a/1.png")), 20));
    ImageFolder data = folder();
    assertThatThrownBy(() -> data.get(1)).isInstanceOf(ImageException.class)
        .hasMessage(text + ": is no image (expected: JPEG, PNG, WebP, BMP or TIFF)");
    assertThatThrownBy(() -> data.get(2)).isInstanceOf(ImageException.class)
        .hasMessage(cut + ": is cut off after 20 bytes");
  }

  private static void refused(Path folder, String message) {
    assertThatThrownBy(() -> new ImageFolder(folder, ImageFolderTest::width)).isInstanceOf(DatasetException.class)
        .hasMessage(message);
  }

  private ImageFolder folder() { return new ImageFolder(root, ImageFolderTest::width); }

  private static Tensor width(Tensor image) { return Torch.zeros(1, 1, image.size(-1)); }

  /** An image of this width, in the format that the name ends in. */
  private void write(String name, int width) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    String format = name.substring(name.lastIndexOf('.') + 1);
    var image = new BufferedImage(width, 1, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
  }
}
