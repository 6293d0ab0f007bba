package dev.jtorch.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Summaries beside the texts that torchsummary printed, character for character; see goldens/summary/make.py. */
class TorchSummaryTablesTest {
  private static final GoldenTables TABLES = new GoldenTables("torchsummary.txt");

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
  @Row({"S3-008", "S3-011", "S3-012", "S3-017", "S3-018", "S3-019", "S3-021"}) void text_isTorchsummarys(String name,
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

  @Test void everyText_hasItsTest() {
    assertThat(TABLES.count()).isEqualTo(nets().count() + 2);
  }
}
