package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.ParameterList;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.testing.Compilation;
import dev.jtorch.testing.Row;
import dev.jtorch.vision.models.ResNet.BasicBlock;
import dev.jtorch.vision.models.ResNet.Block;
import dev.jtorch.vision.models.ResNet.BlockOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What users do with residual networks: walk, look, cut, hook. */
class ResNetTest {
  private final ResNet net = ResNet.resnet18();

  @Test @Row({"S1-019", "S1-023"}) void namedModules_are68() {
    Map<String, Module> named = net.namedModules();
    assertThat(named.keySet()).hasSize(68).startsWith("", "conv1", "bn1", "relu", "maxpool", "layer1", "layer1.0",
        "layer1.0.conv1");
    assertThat(net.namedModules(o -> o.prefix("net")).keySet()).startsWith("net", "net.conv1");
    assertThat(net.modules()).hasSize(68).containsExactlyElementsOf(named.values());
  }

  @Test @Row({"S2-011", "S5-032"}) void children_areTen() {
    Map<String, Module> children = net.namedChildren();
    assertThat(children.keySet()).containsExactly("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3",
        "layer4", "avgpool", "fc");
    assertThat(net.children()).containsExactlyElementsOf(children.values());
    assertThat(children.get("fc")).isSameAs(net.fc)
        .hasToString("Linear(in_features=512, out_features=1000, bias=True)");
    assertThat(children.get("layer1").toString()).startsWith("""
        Sequential(
          (0): BasicBlock(
            (conv1): Conv2d(64, 64, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
        """);
  }

  @Test @Row("S3-003") void children_printAsPythonsList_andAreWrappedAnew() {
    List<Module> stem = net.children().subList(0, 3);
    assertThat(stem.toString())
        .isEqualTo("[Conv2d(3, 64, kernel_size=(7, 7), stride=(2, 2), padding=(3, 3), bias=False), "
            + "BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True), ReLU(inplace=True)]");
    var layer0 = new Sequential(stem);
    assertThat(layer0.get(0)).isSameAs(net.conv1);
    assertThat(new Sequential(net.children().subList(0, 8)).call(Torch.randn(1, 3, 64, 64)).shape())
        .isEqualTo(Size.of(1, 512, 2, 2));
  }

  @Test @Row("S5-033") void namedParameters_are62() {
    assertThat(net.namedParameters().keySet()).hasSize(62)
        .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "layer1.0.conv1.weight")
        .endsWith("layer4.1.bn2.bias", "fc.weight", "fc.bias");
  }

  @Test @Row("S5-034") void hooks_onSixLayers_fireInTheOrderOfExecution() {
    var shapes = new ArrayList<Size>();
    var removals = new ArrayList<Runnable>();
    Layer first = net.layer1.get(0);
    Layer second = net.layer1.get(1);
    for (Layer layer : List.of(net.conv1, net.maxpool, first.getModule("conv1", Layer.class),
        first.getModule("conv2", Layer.class), second.getModule("conv1", Layer.class),
        net.getModule("layer1.1.conv2", Layer.class))) {
      var handle = layer.registerForwardHook((module, in, out) -> {
        shapes.add(out.shape());
        return null;
      });
      removals.add(handle::remove);
    }
    net.call(Torch.randn(1, 3, 224, 224));
    Size inner = Size.of(1, 64, 56, 56);
    assertThat(shapes).containsExactly(Size.of(1, 64, 112, 112), inner, inner, inner, inner, inner);
    removals.forEach(Runnable::run);
    net.call(Torch.randn(1, 3, 224, 224));
    assertThat(shapes).hasSize(6);
  }

  /** The tutorial's class whose parameters are counted. */
  static class TheModelClass extends Layer {
    public Layer conv1 = new Conv2d(3, 8, 5);
    public Layer bn = new BatchNorm2d(8);
    public Layer conv2 = new Conv2d(8, 16, 5);
    public Layer fc1 = new Linear(400, 120);
    public Layer fc2 = new Linear(120, 10);

    @Override protected Tensor forward(Tensor x) { return fc2.call(fc1.call(conv2.call(bn.call(conv1.call(x))))); }
  }

  @Test @Row("S4-043") void parameters_countedByHand() {
    assertThat(count(net)).isEqualTo(11_689_512);
    assertThat(count(new TheModelClass())).isEqualTo(53_170);
    var shared = new Linear(3, 4);
    assertThat(count(new Sequential(shared, shared))).isEqualTo(16);
    assertThat(count(new ParameterList(Torch.zeros()))).isEqualTo(1);
  }

  private static long count(Module module) {
    return module.parameters().stream().mapToLong(p -> p.shape().stream().reduce(1L, (a, b) -> a * b)).sum();
  }

  @Test @Row("S4-124") void network_isNotIterable() {
    Compilation java = Compilation.of(ResNet.class, Layer.class);
    assertThat(java.errors("ResNet net = null; for (Layer child : net.layer1) child.requiresGrad_(false);")).isEmpty();
    assertThat(java.errors("ResNet net = null; for (Layer child : net) child.requiresGrad_(false);"))
        .containsExactly("for-each not applicable to expression type");
  }

  @Test void surgery_byFieldAndByPath() {
    net.fc = new Linear(512, 10);
    net.setModule("layer4.1.relu", new ReLU());
    assertThat(net.getModule("layer2.0.conv1", Conv2d.class).stride()).containsExactly(2, 2);
    assertThat(net.stateDict().get("fc.weight").shape()).isEqualTo(Size.of(10, 512));
    assertThat(((BasicBlock) net.layer4.get(-1)).relu).hasToString("ReLU()");
    assertThat(net.call(Torch.randn(1, 3, 64, 64)).shape()).isEqualTo(Size.of(1, 10));
  }

  @Test void dilation_keepsTheSize() {
    var dilated = ResNet.resnet50(o -> o.replaceStrideWithDilation(false, true, true).numClasses(2));
    assertThat(new Sequential(dilated.children().subList(0, 8)).call(Torch.randn(1, 3, 64, 64)).shape())
        .isEqualTo(Size.of(1, 2048, 8, 8));
    assertThat(dilated.options().replaceStrideWithDilation()).containsExactly(false, true, true);
  }

  /** A block that users write, which adds half of what it makes of its input. */
  static class Half extends Layer {
    public Layer conv;

    Half(long inplanes, long planes, BlockOptions options) {
      conv = new Conv2d(inplanes, planes, 1, o -> o.stride(options.stride()));
    }

    @Override protected Tensor forward(Tensor x) { return conv.call(x).div(2); }
  }

  @Test void ownBlocks_areStacked() {
    Block half = Block.of(2, (in, planes, with) -> new Half(in, 2 * planes, with.apply(new BlockOptions())));
    var own = new ResNet(half, new long[] {1, 1, 1, 1}, o -> o.numClasses(3).normLayer(c -> new Identity()));
    assertThat(own.call(Torch.randn(1, 3, 32, 32)).shape()).isEqualTo(Size.of(1, 3));
    assertThat(own.stateDict().keySet()).startsWith("conv1.weight", "layer1.0.conv.weight", "layer1.0.conv.bias");
  }

  @Test void options_thatAreRefused() {
    refused(() -> ResNet.resnet50(o -> o.replaceStrideWithDilation(true, false)),
        "replace_stride_with_dilation should be None or a 3-element tuple, got [True, False]");
    refused(() -> ResNet.resnet18(o -> o.groups(2)), "BasicBlock only supports groups=1 and base_width=64");
    refused(() -> ResNet.resnet18(o -> o.widthPerGroup(32)), "BasicBlock only supports groups=1 and base_width=64");
    refused(() -> ResNet.resnet18(o -> o.replaceStrideWithDilation(false, true, false)),
        "Dilation > 1 not supported in BasicBlock");
    refused(() -> ResNet.resnext50_32x4d(o -> o.groups(16)),
        "The parameter 'groups' expected value 32 but got 16 instead.");
    refused(() -> ResNet.wide_resnet50_2(o -> o.widthPerGroup(64)),
        "The parameter 'width_per_group' expected value 128 but got 64 instead.");
    refused(() -> new ResNet(Block.BASIC, new long[] {2, 2, 2}, o -> o),
        "ResNet: layers has 3 numbers (expected: 4, one for each stage)");
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(TorchException.class).hasMessage(message);
  }
}
