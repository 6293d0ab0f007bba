package dev.jtorch.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.cli.CommandRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on images that the test paints: red, green and blue ones. */
class FolderTrainTest {
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  @TempDir private Path root;
  @TempDir private Path out;

  @Test void train_learnsTheUsersImages() throws IOException {
    for (String colour : COLOURS) paint(colour, 40);
    CommandRun run = CommandRun.of("train", "--data", "folder:" + root, "--epochs", "2", "--batch-size", "8", "--out",
        out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("LeNet(\n  (conv1): Conv2d(3, 32, ");
    List<String> history = Files.readAllLines(out.resolve("history.csv"));
    assertThat(Double.parseDouble(history.get(2).split(",")[4])).isGreaterThan(0.9);
    assertThat(out.resolve("report.html")).content().contains("<title>lenet on folder</title>", "<td>folder:" + root,
        "red", "green", "blue");
  }

  @Test void load_testsOnEveryFifthOfEachClass() throws IOException {
    paint("red", 6);
    paint("blue", 2);
    ImageData data = new DataSource(DataSource.Kind.FOLDER, root).load();
    assertThat(data.classes()).containsExactly("blue", "red");
    assertThat(data.imageShape()).containsExactly(3L, 32L, 32L);
    assertThat(data.test()).extracting(example -> example.target().itemLong()).containsExactly(0L, 1L, 1L);
    assertThat(data.train()).extracting(example -> example.target().itemLong()).containsExactly(0L, 1L, 1L, 1L, 1L);
  }

  @Test void train_refusesWhatItCannotUse() throws IOException {
    failure("Couldn't find any class folder in " + root + ".");
    paint("red", 3);
    paint("blue", 1);
    failure(root + ": class blue has 1 image (expected: >= 2, to learn from and to be tested on)");
    Path text = Files.writeString(root.resolve("blue/text.png"), "hello");
    failure(text + ": is no image (expected: JPEG, PNG, WebP, BMP or TIFF)");
  }

  private void failure(String message) {
    assertThat(CommandRun.of("train", "--data", "folder:" + root))
        .isEqualTo(new CommandRun(1, "", "jtorch train: " + message + "\n"));
  }

  /** Writes images of 16 x 16 noisy pixels in which the colour is the brightest channel. */
  private void paint(String colour, int count) throws IOException {
    Path folder = Files.createDirectory(root.resolve(colour));
    var random = new Random(count);
    for (int i = 0; i < count; i++) {
      var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
      for (int p = 0; p < 256; p++) {
        int dark = random.nextInt(0x80) << 16 | random.nextInt(0x80) << 8 | random.nextInt(0x80);
        image.setRGB(p % 16, p / 16, dark | 0x80 << (16 - 8 * COLOURS.indexOf(colour)));
      }
      ImageIO.write(image, "png", folder.resolve("%02d.png".formatted(i)).toFile());
    }
  }
}
