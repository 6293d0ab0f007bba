package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.testing.GoldenFile;
import dev.jtorch.testing.Row;
import dev.jtorch.vision.models.DenseNet.DenseBlock;
import dev.jtorch.vision.models.DenseNet.DenseLayer;
import dev.jtorch.vision.models.DenseNet.Transition;
import dev.jtorch.vision.models.MobileNetV2.InvertedResidual;
import dev.jtorch.vision.models.ResNet.BasicBlock;
import dev.jtorch.vision.models.ResNet.Bottleneck;
import dev.jtorch.vision.models.SqueezeNet.Fire;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a family: its numbers, its children, the shapes it puts out. */
class FamiliesTest {
  /** {@link ZooGoldenTest} holds every builder to the numbers of the golden table. */
  @Row({"S4-187", "S4-189", "S4-190", "S4-191", "S4-192", "S1-006"})
  @ParameterizedTest @CsvSource(textBlock = """
      alexnet, 61100840, 16
      vgg11, 132863336, 22
      vgg13, 133047848, 26
      vgg16, 138357544, 32
      vgg19, 143667240, 38
      vgg11_bn, 132868840, 62
      vgg13_bn, 133053736, 76
      vgg16_bn, 138365992, 97
      vgg19_bn, 143678248, 118
      resnet18, 11689512, 122
      resnet34, 21797672, 218
      resnet50, 25557032, 320
      resnet101, 44549160, 626
      resnet152, 60192808, 932
      resnext50_32x4d, 25028904, 320
      wide_resnet50_2, 68883240, 320
      squeezenet1_0, 1248424, 52
      squeezenet1_1, 1235496, 52
      densenet121, 7978856, 727
      densenet161, 28681000, 967
      densenet169, 14149480, 1015
      densenet201, 20013928, 1207
      mobilenet_v2, 3504872, 314""") void parametersAndEntries_areTheTables(String name, String params,
      String entries) {
    assertThat(GoldenFile.text("models/nets.txt").lines())
        .anyMatch(line -> line.startsWith(name + " " + params + " " + entries + " "));
  }

  private static List<String> children(Module net) { return List.copyOf(net.namedChildren().keySet()); }

  private static Size output(Layer net, long side) {
    try (var quiet = Torch.noGrad()) {
      net.eval();
      return net.call(Torch.randn(1, 3, side, side)).shape();
    }
  }

  @Row("S4-187") @Test void alexnet_hasThreeChildren() {
    AlexNet net = AlexNet.alexnet();
    assertThat(children(net)).containsExactly("features", "avgpool", "classifier");
    assertThat(net.toString()).startsWith("""
        AlexNet(
          (features): Sequential(
            (0): Conv2d(3, 64, kernel_size=(11, 11), stride=(4, 4), padding=(2, 2))
        """);
    assertThat(output(net, 224)).isEqualTo(Size.of(1, 1000));
  }

  @Row("S4-190") @Test void resnet_takesImagesOfAnySize() {
    ResNet basic = ResNet.resnet18();
    assertThat(children(basic)).containsExactly("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3",
        "layer4", "avgpool", "fc");
    assertThat(output(basic, 224)).isEqualTo(output(basic, 97)).isEqualTo(Size.of(1, 1000));
    assertThat(basic.layer4.get(1)).isInstanceOf(BasicBlock.class);
    assertThat(ResNet.resnet34().layer4.get(1)).isInstanceOf(BasicBlock.class);
    assertThat(ResNet.resnet50().layer4.get(1)).isInstanceOf(Bottleneck.class);
  }

  @Row("S4-191") @Test void squeezenet_putsOutItsPooledConvolution() {
    for (SqueezeNet net : List.of(SqueezeNet.squeezenet1_0(), SqueezeNet.squeezenet1_1())) {
      assertThat(output(net, 224)).isEqualTo(Size.of(1, 1000));
      assertThat(net.features.get(3)).isInstanceOf(Fire.class);
      assertThat(net.classifier.get(1)).hasToString("Conv2d(512, 1000, kernel_size=(1, 1), stride=(1, 1))");
      assertThat(net.classifier.get(3)).hasToString("AdaptiveAvgPool2d(output_size=(1, 1))");
    }
  }

  @Row("S4-192") @Test void densenet_joinsAndHalves() {
    DenseNet net = DenseNet.densenet121();
    var block = new DenseBlock(2, 64, net.options());
    assertThat(block.call(Torch.randn(1, 64, 8, 8)).shape()).isEqualTo(Size.of(1, 128, 8, 8));
    assertThat(new Transition(128, 64).call(Torch.randn(1, 128, 8, 8)).shape()).isEqualTo(Size.of(1, 64, 4, 4));
    assertThat(children(net.getModule("features.denseblock1.denselayer1"))).containsExactly("norm1", "relu1", "conv1",
        "norm2", "relu2", "conv2");
    assertThat(output(net, 64)).isEqualTo(Size.of(1, 1000));
  }

  @Row("S1-006") @Test void mobilenet_hasNoOutputStride() {
    assertThat(Arrays.stream(MobileNetV2.Options.class.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers())).map(Field::getName))
        .containsExactly("numClasses", "widthMult", "invertedResidualSetting", "roundNearest", "block", "normLayer",
            "dropout");
    MobileNetV2 net = MobileNetV2.mobilenet_v2();
    assertThat(children(net)).containsExactly("features", "classifier");
    assertThat(net.features.call(Torch.randn(1, 3, 64, 64)).shape()).isEqualTo(Size.of(1, net.lastChannel(), 2, 2));
  }

  @Test void networks_areStackedOfOneBlock() {
    assertThat(count(ResNet.resnet50(), Bottleneck.class)).isEqualTo(3 + 4 + 6 + 3);
    assertThat(count(DenseNet.densenet121(), DenseLayer.class)).isEqualTo(6 + 12 + 24 + 16);
    assertThat(count(SqueezeNet.squeezenet1_1(), Fire.class)).isEqualTo(8);
    assertThat(count(MobileNetV2.mobilenet_v2(), InvertedResidual.class)).isEqualTo(1 + 2 + 3 + 4 + 3 + 3 + 1);
  }

  private static long count(Module net, Class<? extends Module> block) {
    return net.modules().stream().filter(block::isInstance).count();
  }

  @Test void heads_areReplaced() {
    Tensor images = Torch.randn(2, 3, 64, 64);
    Stream.of(Models.getModel("squeezenet1_1"), Models.getModel("mobilenet_v2"), Models.getModel("densenet121"))
        .forEach(net -> {
          net.setModule("classifier", new Sequential());
          assertThat(net.call(images).size(0)).isEqualTo(2);
          assertThat(net.stateDict().keySet()).noneMatch(key -> key.startsWith("classifier"));
        });
  }
}
