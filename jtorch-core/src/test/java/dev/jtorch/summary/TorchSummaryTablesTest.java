package dev.jtorch.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.GoldenTables;
import dev.jtorch.testing.Row;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Summaries beside the texts that torchsummary printed, character for character; see goldens/summary/make.py. */
class TorchSummaryTablesTest {
  private static final GoldenTables TABLES = new GoldenTables("summary/torchsummary.txt");

  private static Arguments net(String name, Model<Tensor, ?> net, long batchSize, long... inputSize) {
    return arguments(name, net, batchSize, inputSize);
  }

  static Stream<Arguments> nets() {
    return Stream.of(net("lenet", new SummaryNets.LeNet(), -1, 1, 8, 8),
        net("lenet_batch_64", new SummaryNets.LeNet(), 64, 1, 8, 8),
        net("deep", new SummaryNets.Deep(), -1, 3, 6, 6),
        net("shared", new SummaryNets.Shared(), -1, 6),
        net("lists", new SummaryNets.Lists(), -1, 4),
        net("partly", new SummaryNets.Partly(), 3, 7),
        net("wide", new SummaryNets.Wide(), -1, 8),
        net("wide_batch_5", new SummaryNets.Wide(), 5, 8),
        net("heavy", SummaryNets.heavy(), -1, 3, 64, 64),
        net("residual", new BranchedNets.Residual(), -1, 3, 16, 16),
        net("unet", new BranchedNets.UNet(), 7, 3, 8, 12),
        net("stem", new SmallNets.Stem(), -1, 3, 224, 224),
        net("stem_batch_4", new SmallNets.Stem(), 4, 3, 224, 224),
        net("stem_frozen", new SmallNets.Stem().frozen(), -1, 3, 224, 224),
        net("twice", new SmallNets.Twice(), -1, 4),
        net("scaled", new SmallNets.Scaled(), -1, 5),
        net("detector_batch_4", new SmallNets.Detector(), 4, 3, 4, 4),
        net("eighth", new Sequential(new Linear(32768, 1)), 1, 32768),
        net("encoder", new SummaryNets.AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn(), -1, 8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nets")
  @Row("S3-008") void text_isTorchsummarys(String name,
      Model<Tensor, ?> net, long batchSize, long[] inputSize) {
    assertThat(TorchSummary.of(net, o -> o.batchSize(batchSize).device("cpu"), inputSize))
        .hasToString(TABLES.table(name));
  }

  @Test @Row("S3-019") void text_ofTwoInputs() {
    assertThat(TorchSummary.ofSizes(new BranchedNets.Pair(), BranchedNets.Two::of, o -> o.device("cpu"), Size.of(3),
        Size.of(5))).hasToString(TABLES.table("pair"));
    Size size = Size.of(3, 4, 4); // twice 2304 elements, where 96 would be 0.00 MB
    assertThat(TorchSummary.ofSizes(new SmallNets.Sum(), BranchedNets.Two::of, o -> o.device("cpu").batchSize(1), size,
        size)).hasToString(TABLES.table("sum"));
    assertThat(TABLES.table("sum")).contains("Input size (MB): 0.01");
  }

  private static TorchSummary stem(UnaryOperator<TorchSummaryOptions> with) {
    return TorchSummary.of(new SmallNets.Stem(), with, 3, 224, 224);
  }

  @Test @Row("S3-011") void shapes_haveTheBatchReplaced() {
    assertThat(stem(o -> o.batchSize(4)).rows()).extracting(TorchSummaryRow::shapeText)
        .containsOnly("[4, 64, 112, 112]");
    assertThat(stem(o -> o).rows()).extracting(TorchSummaryRow::shapeText).containsOnly("[-1, 64, 112, 112]");
    assertThat(TorchSummary.of(new SmallNets.Detector(), o -> o.batchSize(4), 3, 4, 4).rows())
        .extracting(TorchSummaryRow::shapeText)
        .containsExactly("[4, 2, 4, 4]", "[4, 1, 4, 4]", "[[-1, 2, 4, 4], [-1, 1, 4, 4]]");
  }

  @Test @Row("S3-012") void params_areThoseOfWeightAndBias() {
    TorchSummary frozen = TorchSummary.of(new SmallNets.Stem().frozen(), 3, 224, 224);
    assertThat(frozen.trainableParams()).isEqualTo(128);
    assertThat(frozen.totalParams() - frozen.trainableParams()).isEqualTo(9408);
    assertThat(TorchSummary.of(new SmallNets.Twice(), 4).totalParams()).isEqualTo(40);
    assertThat(TorchSummary.of(new SmallNets.Scaled(), 5).rows().get(0).params()).isZero();
    assertThat(TorchSummary.of(new BranchedNets.Recurrent(), 6, 3).rows()).extracting(TorchSummaryRow::params)
        .containsExactly(0L, 10L);
  }

  @Test @Row("S3-017") void lines_areRightAligned() {
    List<String> lines = TorchSummary.of(new SummaryNets.Wide(), 8).toString().lines().toList();
    assertThat(lines).startsWith("-".repeat(64), "        Layer (type)               Output Shape         Param #",
        "=".repeat(64), "            Linear-1                    [-1, 3]              27");
    assertThat(lines.get(5)).isEqualTo(
        "AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn-3         [[-1, 3], [-1, 3]]               0");
    assertThat(stem(o -> o).toString()).contains("           9,408\n");
  }

  @Test @Row({"S3-018", "S3-019"}) void totals_areSumsOfRows() {
    assertThat(stem(o -> o).toString()).contains("Total params: 9,536\nTrainable params: 9,536\n",
        "Input size (MB): 0.57\nForward/backward pass size (MB): 18.38\nParams size (MB): 0.04\n"
            + "Estimated Total Size (MB): 18.99\n");
    assertThat(stem(o -> o.batchSize(4)).toString()).contains(
        "Input size (MB): 2.30\nForward/backward pass size (MB): 73.50\nParams size (MB): 0.04\n"
            + "Estimated Total Size (MB): 75.83\n");
    // kept: the shapes of a tuple are multiplied, and their signs cancel out against those of single tensors
    assertThat(TorchSummary.of(new SmallNets.Detector(), 3, 4, 4).rows()).extracting(TorchSummaryRow::product)
        .containsExactly(-32L, -16L, 512L);
  }

  @Test void everyText_hasItsTest() {
    assertThat(TABLES.count()).isEqualTo(nets().count() + 2);
  }
}
