package dev.jtorch.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.Row;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 100}) void curves_showBothSeries(int epochs) throws IOException {
    BufferedImage image = read(Curves.of(ReportFixtures.history(epochs)));
    assertThat(image.getWidth()).isEqualTo(1920);
    assertThat(pixels(image, Plots.BLUE.getRGB())).isGreaterThan(50);
    assertThat(pixels(image, Plots.ORANGE.getRGB())).isGreaterThan(50);
  }

  @Row("S4-254")
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 1000}) void losses_showBothSeriesOnFourAxes(int epochs) throws IOException {
    BufferedImage image = read(Curves.ofLosses(ReportFixtures.history(epochs), ReportFixtures.losses(epochs)));
    assertThat(image.getWidth()).isEqualTo(1920);
    assertThat(image.getHeight()).isEqualTo(1280);
    for (int quarter = 0; quarter < 4; quarter++) {
      BufferedImage chart = image.getSubimage(quarter % 2 * 960, quarter / 2 * 640, 960, 640);
      assertThat(pixels(chart, Plots.BLUE.getRGB())).as("train in chart %d", quarter).isGreaterThan(50);
      assertThat(pixels(chart, Plots.ORANGE.getRGB())).as("test in chart %d", quarter).isGreaterThan(50);
    }
  }

  @Test void confusion_growsWithTheNumberOfClasses() throws IOException {
    BufferedImage ten = read(ConfusionPlot.of(ReportFixtures.confusion(10)));
    BufferedImage forty = read(ConfusionPlot.of(ReportFixtures.confusion(40)));
    assertThat(forty.getWidth()).isGreaterThan(ten.getWidth());
  }

  @Test void confusion_turnsLongNames() throws IOException {
    BufferedImage image =
        read(ConfusionPlot.of(ReportFixtures.named(List.of("ankle boot", "a very long name indeed"))));
    assertThat(pixels(image, Plots.BLUE.getRGB())).isGreaterThan(1000);
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static long pixels(BufferedImage image, int rgb) {
    long found = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == rgb) found++;
      }
    }
    return found;
  }
}
