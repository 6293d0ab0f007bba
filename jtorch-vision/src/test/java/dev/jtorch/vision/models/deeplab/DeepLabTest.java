package dev.jtorch.vision.models.deeplab;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.optim.SGD;
import dev.jtorch.testing.Row;
import dev.jtorch.vision.models.deeplab.DeepLab.BackboneKind;
import dev.jtorch.vision.models.deeplab.DeepLab.PlainDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** DeepLabV3+ and the small network; their numbers beside PyTorch's are in SegmentationGoldenTest. */
class DeepLabTest {
  private static DeepLab small(UnaryOperator<DeepLab.Options> with) {
    Torch.manualSeed(0);
    return new DeepLab(o -> with.apply(o.backbone(BackboneKind.MOBILENET)));
  }

  private static long count(Iterable<? extends Tensor> parameters) {
    long count = 0;
    for (Tensor parameter : parameters) count += parameter.numel();
    return count;
  }

  private static List<Parameter> list(Iterable<Parameter> parameters) {
    var list = new ArrayList<Parameter>();
    parameters.forEach(list::add);
    return list;
  }

  private static List<Module> norms(Module net) {
    return net.modules().stream().filter(BatchNorm2d.class::isInstance).toList();
  }

  @Test @Row("S1-010") void parts_onMobileNet() {
    for (long stride : new long[] {8, 16}) {
      DeepLab net = small(o -> o.outputStride(stride));
      assertThat(net.namedChildren().keySet()).containsExactly("backbone", "aspp", "decoder");
      assertThat(count(net.backbone.parameters())).isEqualTo(1_811_712);
      assertThat(count(net.aspp.parameters())).isEqualTo(2_706_432);
      assertThat(count(net.decoder.parameters())).isEqualTo(1_297_909);
      assertThat(count(net.parameters())).isEqualTo(5_816_053);
      net.eval().requiresGrad_(false);
      assertThat(net.call(Torch.randn(1, 3, 129, 129))).hasShape(1, 21, 129, 129);
    }
  }

  @Test @Row("S1-010") void options_atFirst() {
    assertThat(new DeepLab.Options()).hasToString("Options[backbone=RESNET, outputStride=16, numClasses=21,"
        + " syncBn=true, freezeBn=false, deeplabHeader=true, pretrained=null]");
    assertThat(norms(small(o -> o))).hasOnlyElementsOfType(SynchronizedBatchNorm2d.class);
    assertThatThrownBy(() -> small(o -> o.outputStride(32))).isInstanceOf(TorchException.class)
        .hasMessage("ASPP: outputStride is 32 (expected: 8 or 16)");
    assertThatThrownBy(() -> new DeepLab(o -> o.outputStride(32)))
        .hasMessage("DilatedResNet: outputStride is 32 (expected: 8 or 16)");
  }

  @Test @Row("S1-005") void withoutHeader_onlyTheLastMapCounts() {
    DeepLab net = small(o -> o.deeplabHeader(false).numClasses(2).outputStride(8));
    net.eval().requiresGrad_(false);
    Tensor images = Torch.randn(2, 3, 65, 97);
    Backbone.Maps maps = net.backbone.call(images);
    assertThat(net.aspp.call(maps.high())).isSameAs(maps.high()).hasShape(2, 320, 9, 13);
    var head = (PlainDecoder) net.decoder;
    Tensor logits = net.call(images);
    assertThat(logits)
        .isIdenticalTo(SegmentationNet.resize(head.probConv.call(head.featConv.call(maps.high())), images));
    net.backbone.registerForwardHook(
        (module, in, out) -> new Backbone.Maps(out.high(), Torch.fullLike(out.low(), Double.NaN)));
    assertThat(net.call(images)).isIdenticalTo(logits);
  }

  @Test void synchronised_behavesAsPlainOnOneDevice() {
    DeepLab synchronised = small(o -> o);
    DeepLab plain = small(o -> o.syncBn(false));
    assertThat(norms(plain)).hasSameSizeAs(norms(synchronised)).noneMatch(SynchronizedBatchNorm2d.class::isInstance);
    assertThat(synchronised.stateDict().keySet()).containsExactlyElementsOf(plain.stateDict().keySet());
    Tensor images = Torch.randn(2, 3, 33, 33);
    for (boolean training : new boolean[] {true, false}) {
      List<Tensor> outputs = new ArrayList<>();
      for (DeepLab net : List.of(synchronised, plain)) {
        net.train(training);
        Torch.manualSeed(1);
        outputs.add(net.call(images));
      }
      assertThat(outputs.get(0)).isIdenticalTo(outputs.get(1));
    }
    assertThat(count(synchronised.get1xLrParams())).isEqualTo(count(plain.get1xLrParams()));
    synchronised.freezeBn();
    assertThat(norms(synchronised)).noneMatch(Module::training);
  }

  @Test @Row("S1-014") void frozenNormalisations_stayFrozen() {
    DeepLab net = small(o -> o.freezeBn(true));
    assertThat(norms(net)).hasSize(60).noneMatch(Module::training);
    assertThat(net.training()).isTrue();
    Tensor mean = norms(net).get(0).getBuffer("running_mean").clone();
    net.train();
    net.call(Torch.randn(1, 3, 33, 33));
    assertThat(norms(net)).noneMatch(Module::training);
    assertThat(norms(net).get(0).getBuffer("running_mean").equal(mean)).isTrue();
    assertThat(net.decoder.training()).isTrue();
    assertThat(small(o -> o.syncBn(false).freezeBn(true)).modules())
        .filteredOn(BatchNorm2d.class::isInstance).noneMatch(Module::training);
    DeepLab thawed = small(o -> o);
    thawed.freezeBn();
    assertThat(norms(thawed)).noneMatch(Module::training);
    thawed.train();
    assertThat(norms(thawed)).allMatch(Module::training);
  }

  @Test @Row("S1-003") void smallNetwork_sizes() {
    var net = new MobileNetV2Segmentation();
    assertThat(net.namedChildren().keySet()).containsExactly("backbone", "feat_conv", "prob_conv");
    assertThat(count(net.parameters())).isEqualTo(2_550_018);
    assertThat(count(net.featConv.parameters())).isEqualTo(737_792);
    assertThat(count(net.probConv.parameters())).isEqualTo(514);
    assertThat(net.featConv).hasToString("""
        Sequential(
          (0): Conv2d(320, 256, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
          (1): SynchronizedBatchNorm2d(256, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
          (2): ReLU()
        )""");
    assertThat(net.probConv).hasToString("""
        Sequential(
          (0): Dropout(p=0.1, inplace=False)
          (1): Conv2d(256, 2, kernel_size=(1, 1), stride=(1, 1))
        )""");
    net.eval().requiresGrad_(false);
    Tensor images = Torch.randn(2, 3, 65, 97);
    assertThat(net.backbone.call(images).high()).hasShape(2, 320, 9, 13);
    assertThat(net.call(images)).hasShape(2, 2, 65, 97);
  }

  @Test @Row("S1-015") void backbonesGroup_isAllOfTheBackbone() {
    var net = new MobileNetV2Segmentation();
    Iterable<Parameter> group = net.get1xLrParams();
    assertThat(list(group)).hasSize(153).containsExactlyElementsOf(net.backbone.parameters());
    assertThat(count(group)).isEqualTo(1_811_712);
    net.getParameter("backbone.features.0.0.weight").requiresGrad_(false);
    assertThat(list(group)).as("read when it is walked").hasSize(152);
  }

  @Test @Row("S1-016") void headsGroup_andUnion() {
    var net = new MobileNetV2Segmentation();
    assertThat(list(net.get10xLrParams())).hasSize(5);
    assertThat(count(net.get10xLrParams())).isEqualTo(738_306);
    assertUnion(net, 158);
    DeepLab deepLab = small(o -> o);
    assertThat(list(deepLab.get10xLrParams())).hasSize(29);
    assertThat(count(deepLab.get10xLrParams())).isEqualTo(4_004_341);
    assertUnion(deepLab, 182);
    deepLab.getParameter("decoder.last_conv.8.bias").requiresGrad_(false);
    assertThat(list(deepLab.get10xLrParams())).hasSize(28);
    var sgd = new SGD(List.of(SGD.group(net.get1xLrParams(), o -> o.lr(0.01)),
        SGD.group(net.get10xLrParams(), o -> o.lr(0.1))), o -> o);
    assertThat(sgd.paramGroups()).extracting(group -> group.params().size()).containsExactly(153, 5);
  }

  private static void assertUnion(SegmentationNet net, int size) {
    List<Parameter> union = list(net.get1xLrParams());
    net.get10xLrParams().forEach(union::add);
    assertThat(union).hasSize(size).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(net.parameters());
  }
}
