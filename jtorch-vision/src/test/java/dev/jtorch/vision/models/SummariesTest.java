package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.summary.ColumnSettings;
import dev.jtorch.summary.RowSettings;
import dev.jtorch.summary.Summary;
import dev.jtorch.summary.TorchSummary;
import dev.jtorch.summary.TorchSummaryRow;
import dev.jtorch.testing.GoldenTables;
import dev.jtorch.testing.Row;
import dev.jtorch.vision.models.unet.UNet;
import org.junit.jupiter.api.Test;

/** Summaries of whole networks beside what torchinfo and torchsummary printed, see goldens/summary/models.py. */
class SummariesTest {
  private static final GoldenTables GOLDEN = new GoldenTables("models/summaries.txt");

  private static String golden(String name) { return GOLDEN.table(name); }

  private static String torchsummary(Layer net, long... inputSize) {
    return TorchSummary.of(net, o -> o.device("cpu"), inputSize).toString();
  }

  @Test @Row("S3-001") void convrelu_isAConvolutionAndAReLU() {
    Sequential layer = SummaryNets.convrelu(3, 64, 3, 1);
    assertThat(layer).hasToString(golden("convrelu"));
    assertThat(layer.call(Torch.zeros(2, 3, 8, 9)).shape()).containsExactly(2L, 64L, 8L, 9L);
  }

  @Test @Row("S3-002") void toy_hasItsStemUnderTwoNames() {
    var toy = new SummaryNets.ResNetUNet();
    assertThat(toy.call(Torch.randn(2, 3, 224, 224)).shape()).containsExactly(2L, 64L, 112L, 112L);
    assertThat(toy.printed).containsExactly("torch.Size([2, 3, 224, 224])");
    assertThat(toy.namedChildren().keySet()).containsExactly("base_model", "layer0");
    assertThat(toy.layer0.get(0)).isSameAs(toy.baseModel.conv1);
    assertThat(toy.stateDict().keySet().stream()
        .filter(key -> key.matches("(base_model\\.(conv1|bn1)|layer0).*")))
        .containsExactlyElementsOf(golden("toy_keys").lines().toList());
  }

  @Test @Row({"S3-004", "S3-005", "S3-018", "S3-019"}) void torchsummary_ofTheToy_hasEachLayerTwice() {
    var toy = new SummaryNets.ResNetUNet();
    int[] calls = {0};
    toy.baseModel.conv1.registerForwardPreHook((module, input) -> {
      calls[0]++;
      return null;
    });
    assertThat(torchsummary(toy, 3, 224, 224)).isEqualTo(golden("toy"));
    assertThat(calls).containsExactly(1);
  }

  @Test @Row("S3-006") void torchsummary_withoutTheBaseModel() {
    assertThat(torchsummary(new SummaryNets.OnlyLayer0(), 3, 224, 224)).isEqualTo(golden("only_layer0"));
  }

  @Test @Row({"S3-007", "S3-008"}) void torchsummary_ofEachModuleOnce() {
    assertThat(TorchSummary.of(new SummaryNets.ResNetUNet(), o -> o.deduplicate(true).device("cpu"), 3, 224, 224))
        .hasToString(golden("toy_once"));
    assertThat(torchsummary(new SummaryNets.ResNetUNet(), 3, 224, 224)).isEqualTo(golden("toy"));
  }

  @Test @Row("S3-010") void torchsummary_namesRowsInTheOrderInWhichCallsEnd() {
    var unet = TorchSummary.of(new UNet(3, 2), 3, 64, 64);
    assertThat(unet).hasToString(golden("unet"));
    assertThat(unet.rows()).hasSize(81).extracting(TorchSummaryRow::name).endsWith("DoubleConv-78", "Up-79",
        "Conv2d-80", "OutConv-81");
    var resnet = TorchSummary.of(ResNet.resnet18(), 3, 224, 224);
    assertThat(resnet).hasToString(golden("resnet18"));
    assertThat(resnet.rows()).hasSize(68).extracting(TorchSummaryRow::name).endsWith("Linear-68")
        .filteredOn(name -> name.startsWith("BasicBlock-")).hasSize(8);
  }

  @Test void torchinfo_ofWholeNetworks() {
    assertThat(Summary.of(ResNet.resnet18(), 1, 3, 224, 224)).hasToString(golden("resnet18_torchinfo"));
    assertThat(Summary.of(ResNet.resnet50(), o -> o.depth(2).colWidth(20).colNames(ColumnSettings.KERNEL_SIZE,
        ColumnSettings.OUTPUT_SIZE, ColumnSettings.NUM_PARAMS, ColumnSettings.MULT_ADDS), 2, 3, 64, 64))
        .hasToString(golden("resnet50_torchinfo"));
    assertThat(Summary.of(new UNet(3, 2), o -> o.rowSettings(RowSettings.VAR_NAMES, RowSettings.DEPTH), 1,
        3, 64, 64)).hasToString(golden("unet_torchinfo"));
    assertThat(Summary.of(new SummaryNets.ResNetUNet(), 2, 3, 224, 224)).hasToString(golden("toy_torchinfo"));
  }

  private static long countedByHand(Module net) {
    return net.parameters().stream().mapToLong(p -> p.shape().stream().reduce(1L, (a, b) -> a * b)).sum();
  }

  @Test @Row("S4-043") void parameters_countedByHand() {
    assertThat(countedByHand(new SummaryNets.TheModelClass())).isEqualTo(53_170);
    assertThat(countedByHand(ResNet.resnet18())).isEqualTo(11_689_512);
    var shared = new Linear(2, 3);
    assertThat(countedByHand(new Sequential(shared, shared))).isEqualTo(9);
    var scalar = new Sequential();
    scalar.registerParameter("scale", new Parameter(Torch.tensor(2.0)));
    assertThat(countedByHand(scalar)).isEqualTo(1);
    assertThat(Summary.of(scalar).totalParams()).isEqualTo(1);
    assertThat(Summary.of(ResNet.resnet18()).totalParams()).isEqualTo(11_689_512);
  }
}
