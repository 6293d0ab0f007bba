package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

class HelpTest {
  private static String help(String name) { return Help.help(name).toString(); }

  @Test @Row("S4-223") void function_printsItsJavadoc() {
    assertThat(help("Tensor.gather")).isEqualTo("""
        dev.jtorch.Tensor
        Tensor gather(int dim, Tensor index)
            Elements picked along a dimension: out[i][j][k] = this[index[i][j][k]][j][k] for dimension 0.

            Shape: that of index, which has as many dimensions as this tensor and, but for dim, no greater ones.

            Throws:
              ShapeException if the shape does not fit
              IndexException if a position is out of range""");
    assertThat(help("gather")).contains("dev.jtorch.Tensor\nTensor gather(int dim, Tensor index)\n    Elements picked",
        "dev.jtorch.Torch\nstatic Tensor gather(Tensor input, int dim, Tensor index)\n");
  }

  @Test void classes_printTheirJavadocAndTheirConstructors() {
    assertThat(help("Conv2d"))
        .startsWith("dev.jtorch.nn.conv\nclass Conv2d extends ConvNd<Conv2d>\n    A convolution over images")
        .contains(
            "\n\nnn.conv.Conv2d.Conv2d: new Conv2d(long inChannels, long outChannels, long kernelSize)\n    A convolution");
    assertThat(Help.help(Conv2d.class)).hasToString(help("dev.jtorch.nn.conv.Conv2d"));
    assertThat(help("vision.models.ResNet")).contains("class ResNet");
  }

  @Test void pythonsNames_areUnderstood() {
    assertThat(help("F.max_pool2d")).isEqualTo(help("F.maxPool2d"))
        .startsWith("nn.functional.F.maxPool2d: static Tensor");
    assertThat(help("max_pool2d")).contains("class MaxPool2d", "nn.functional.F.maxPool2d: static Tensor");
    assertThat(help("torch.gather")).contains("static Tensor gather(");
    assertThat(help("conv2d")).contains("nn.functional.F");
  }

  @Test void unknownName_suggestsNearOnes() {
    assertThat(help("cros_entropy"))
        .isEqualTo("help: no documentation of 'cros_entropy' (expected: the name of a class,"
            + " function or option of JTorch); did you mean crossEntropy?");
    assertThat(help("qqqqqqqqqqqqq"))
        .isEqualTo("help: no documentation of 'qqqqqqqqqqqqq' (expected: the name of a class,"
            + " function or option of JTorch)");
    assertThat(Help.help().toString()).startsWith("help(\"gather\") prints ");
  }
}
