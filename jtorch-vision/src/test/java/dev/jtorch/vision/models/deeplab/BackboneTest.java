package dev.jtorch.vision.models.deeplab;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.StateDictException;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.testing.Row;
import dev.jtorch.vision.models.ResNet;
import dev.jtorch.vision.models.deeplab.DeepLab.BackboneKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backbones: their maps, and how they keep what they have learned. */
class BackboneTest {
  @TempDir private Path folder;

  @Test @Row("S1-004") void mobileNet_maps() {
    for (var size : Map.of(8L, 16L, 16L, 8L, 32L, 4L).entrySet()) {
      var net = new DilatedMobileNetV2(o -> o.outputStride(size.getKey()));
      net.eval().requiresGrad_(false);
      Backbone.Maps maps = net.call(Torch.randn(1, 3, 128, 128));
      assertThat(maps.high()).hasShape(1, 320, size.getValue(), size.getValue());
      assertThat(maps.low()).hasShape(1, 24, 32, 32);
      assertThat(net.lowLevelFeatures.size()).isEqualTo(4);
      assertThat(net.highChannels()).isEqualTo(320);
      assertThat(net.lowChannels()).isEqualTo(24);
    }
  }

  @Test @Row("S1-004") void mobileNet_layers() {
    var net = new DilatedMobileNetV2(o -> o.outputStride(8));
    assertThat(net.parameters()).hasSize(153);
    assertThat(net.parameters().stream().mapToLong(Tensor::numel).sum()).isEqualTo(1_811_712);
    assertThat(net.features.get(0).getModule("0")).hasToString(
        "Conv2d(3, 32, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), bias=False)");
    assertThat(spreads(net, 96)).containsOnly(2L);
    assertThat(spreads(net, 160)).containsOnly(2L);
    assertThat(spreads(net, 320)).containsOnly(4L);
    assertThat(spreads(net, 64)).containsOnly(1L);
    assertThat(net.highLevelFeatures.namedChildren().keySet()).startsWith("4").endsWith("17");
  }

  /** The dilations of the blocks that put out some number of channels. */
  private static TreeSet<Long> spreads(DilatedMobileNetV2 net, long channels) {
    var spreads = new TreeSet<Long>();
    for (Module block : net.features.children().subList(2, net.features.size())) {
      if (block.getModule("conv.6", Conv2d.class).outChannels() != channels) continue;
      spreads.add(block.getModule("conv.3", Conv2d.class).dilation()[0]);
    }
    return spreads;
  }

  @Test void resNet_maps() {
    for (var size : Map.of(8L, 9L, 16L, 5L).entrySet()) {
      var net = new DilatedResNet(new long[] {1, 1, 1}, o -> o.outputStride(size.getKey()));
      net.eval().requiresGrad_(false);
      Backbone.Maps maps = net.call(Torch.randn(1, 3, 65, 65));
      assertThat(maps.high()).hasShape(1, 2048, size.getValue(), size.getValue());
      assertThat(maps.low()).hasShape(1, 256, 17, 17);
    }
    var net = new DilatedResNet(new long[] {1, 1, 1}, o -> o);
    assertThat(net.layer4.getModule("2.conv2", Conv2d.class).dilation()).containsExactly(8, 8);
  }

  @Test void options_thatAreRefused() {
    assertThatThrownBy(() -> new DilatedMobileNetV2(o -> o.outputStride(12))).isInstanceOf(TorchException.class)
        .hasMessage("DilatedMobileNetV2: outputStride is 12 (expected: 8 or 16 or 32)");
    assertThatThrownBy(() -> new DilatedResNet(new long[] {1, 2}, o -> o)).isInstanceOf(TorchException.class)
        .hasMessage("DilatedResNet: blocks has 2 numbers (expected: 3)");
  }

  /** The initialiser that wipes out a pretrained backbone, if it gets a whole network. */
  @Test @Row("S1-001") void headsInitialValues_leaveTheBackboneAlone() {
    var net = new MobileNetV2Segmentation();
    net.backbone.parameters().forEach(p -> Init.constant_(p, 0.3));
    net.heads().forEach(SegmentationNet::draw);
    assertThat(net.backbone.parameters()).allMatch(p -> p.eq(0.3).all().itemBool());
    double expected = Math.sqrt(2.0 / (320 * 9));
    assertThat(net.getParameter("feat_conv.0.weight").std().item()).isCloseTo(expected, within(expected / 50));
    assertThat(net.getParameter("prob_conv.1.weight").std().item())
        .isCloseTo(Math.sqrt(2.0 / 256), within(0.01));
    assertThat(net.getParameter("feat_conv.1.weight").detach()).isIdenticalTo(Torch.ones(256));
    assertThat(net.getParameter("feat_conv.1.bias").detach()).isIdenticalTo(Torch.zeros(256));
    SegmentationNet.draw(net);
    assertThat(net.backbone.parameters()).noneMatch(p -> p.eq(0.3).all().itemBool());
  }

  @Test @Row({"S1-001", "S1-002"}) void pretrainedBackbone_survivesConstruction() {
    var trained = new DilatedMobileNetV2(o -> o);
    trained.parameters().forEach(p -> Init.constant_(p, 0.3));
    StateDict state = trained.stateDict();
    state.put("classifier.1.bias", Torch.zeros(1000));
    state.save(folder.resolve("backbone.pth"));
    StateDict loaded = StateDict.load(folder.resolve("backbone.pth"));
    for (boolean sync : new boolean[] {true, false}) {
      for (boolean header : new boolean[] {true, false}) {
        var net = new DeepLab(
            o -> o.backbone(BackboneKind.MOBILENET).pretrained(loaded).syncBn(sync).deeplabHeader(header));
        assertThat(net.backbone.parameters()).allMatch(p -> p.eq(0.3).all().itemBool());
      }
    }
    var small = new MobileNetV2Segmentation(2, o -> o.pretrained(loaded));
    assertThat(small.backbone.stateDict().get("high_level_features.17.conv.7.weight").eq(0.3).all().itemBool())
        .isTrue();
    SegmentationNet.draw(small);
    assertThat(small.backbone.parameters()).as("an init of everything discards them")
        .noneMatch(p -> p.eq(0.3).all().itemBool());
  }

  @Test void pretrainedResNet_isTorchvisions() {
    var classifier = ResNet.resnet101(o -> o.numClasses(3));
    StateDict state = classifier.stateDict();
    var net = DilatedResNet.resnet101(o -> o.pretrained(state));
    assertThat(net.stateDict().keySet()).containsExactlyElementsOf(
        state.keySet().stream().filter(key -> !key.startsWith("fc.")).toList());
    assertThat(net.getParameter("layer4.2.conv3.weight").equal(state.get("layer4.2.conv3.weight"))).isTrue();
  }

  @Test void pretrainedState_ofAnotherNetwork() {
    StateDict other = new Linear(1, 1).stateDict();
    assertThatThrownBy(() -> new DilatedMobileNetV2(o -> o.pretrained(other))).isInstanceOf(StateDictException.class)
        .hasMessageContaining("features.0.0.weight");
  }

  @Test void wholeNetwork_isSavedAndCopied() {
    var net = new DeepLab(o -> o.backbone(BackboneKind.MOBILENET).freezeBn(true));
    WholeModel.save(net, folder.resolve("net.pt"));
    DeepLab loaded = WholeModel.load(folder.resolve("net.pt"), DeepLab.class);
    Tensor images = Torch.randn(1, 3, 33, 33);
    for (DeepLab copy : new DeepLab[] {loaded, net.deepCopy(DeepLab.class)}) {
      copy.eval();
      assertThat(copy.call(images)).isIdenticalTo(((DeepLab) net.eval()).call(images));
      assertThat(copy).hasToString(net.toString());
    }
  }
}
