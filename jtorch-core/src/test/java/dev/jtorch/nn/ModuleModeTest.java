package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.BatchNorm3d;
import dev.jtorch.nn.norm.BatchNorm;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modes of a tree, and functions that visit it: what users freeze and initialise with. */
class ModuleModeTest {
  @Row("S2-012")
  @Test void train_reachesEveryDescendant() {
    var net = new Sequential(new Dropout(0.5), new Sequential(new BatchNorm1d(2), new Sequential(new Dropout(0.5))));
    assertThat(net.modules()).hasSize(6).allMatch(Module::training);
    assertThat(net.eval()).isSameAs(net);
    assertThat(net.modules()).noneMatch(Module::training);
    assertThat(net.train()).isSameAs(net);
    assertThat(net.modules()).allMatch(Module::training);
    assertThat(net.train(false)).isSameAs(net);
    assertThat(net.modules()).noneMatch(Module::training);
    assertThat(Compiled.errors("new dev.jtorch.nn.linear.Linear(1, 1).train(3);"))
        .containsExactly("incompatible types: int cannot be converted to boolean");
  }

  @Row("S2-012")
  @Test void mode_decidesWhatLayersDo() {
    Tensor x = Torch.arange(8.0).view(4, 2);
    var dropout = new Dropout(0.5);
    assertThat(dropout.call(Torch.ones(100)).eq(0).any().itemBool()).isTrue();
    dropout.eval();
    assertThat(dropout.call(x)).isIdenticalTo(x);
    var bn = new BatchNorm1d(2);
    assertThat(bn.call(x).mean().item()).isEqualTo(0, within(1e-6));
    bn.resetRunningStats();
    bn.eval();
    assertThat(bn.call(x)).isCloseTo(x.div(Math.sqrt(1 + 1e-5)));
  }

  /** A backbone in stages that keeps its batch norms frozen, after MMDetection's ResNet. */
  static final class Backbone extends Layer {
    public Layer conv1 = new Conv2d(1, 2, 1);
    public Layer bn1 = new BatchNorm2d(2);
    public Layer layer1 = new Sequential(new Conv2d(2, 2, 1), new BatchNorm2d(2), new ReLU());
    public Layer layer2 = new Sequential(new Conv2d(2, 2, 1), new BatchNorm2d(2));
    public Layer layer3 = new Sequential(new Sequential(new BatchNorm2d(2)));
    final int frozenStages;
    final boolean normEval;

    Backbone(int frozenStages, boolean normEval) {
      this.frozenStages = frozenStages;
      this.normEval = normEval;
      freezeStages();
    }

    @Override protected Tensor forward(Tensor x) {
      return layer3.call(layer2.call(layer1.call(bn1.call(conv1.call(x)))));
    }

    @Override public Layer train(boolean mode) {
      super.train(mode);
      freezeStages();
      if (mode && normEval) modules().stream().filter(BatchNorm.class::isInstance).forEach(Module::eval);
      return this;
    }

    private void freezeStages() {
      if (frozenStages < 0) return;
      bn1.eval();
      for (Module stem : List.of(conv1, bn1)) stem.requiresGrad_(false);
      for (int i = 1; i <= frozenStages; i++) getModule("layer" + i).eval().requiresGrad_(false);
    }
  }

  @Row("S2-013")
  @Test void trainOverridden_keepsBatchNormFrozen() {
    var net = new Backbone(1, true);
    var parent = new Sequential(net);
    parent.train();
    checkFrozen(net);
    parent.train(false);
    assertThat(parent.modules()).noneMatch(Module::training);
    parent.train();
    checkFrozen(net);
  }

  private static void checkFrozen(Backbone net) {
    Map<String, Tensor> before = new LinkedHashMap<>();
    net.namedBuffers().forEach((key, buffer) -> before.put(key, buffer.clone()));
    for (int step = 0; step < 3; step++) net.call(Torch.randn(2, 1, 3, 3)).pow(2).sum().backward();
    assertThat(before).hasSize(12);
    before.forEach((key, value) -> assertThat(net.getBuffer(key)).isIdenticalTo(value));
    net.namedParameters().forEach((key, p) -> {
      boolean shallow = key.startsWith("conv1.") || key.startsWith("bn1.") || key.startsWith("layer1.");
      assertThat(p.grad() == null).as(key).isEqualTo(shallow);
      assertThat(p.requiresGrad()).isNotEqualTo(shallow);
    });
    assertThat(net.layer1.modules()).noneMatch(Module::training);
    assertThat(net.layer2.training()).isTrue();
    assertThat(net.getModule("layer2.0").training()).isTrue();
  }

  /** A segmentation network that freezes all batch norms when it is built. */
  static final class DeepLab extends Module {
    public Backbone backbone = new Backbone(-1, false);
    public Layer head = new Sequential(new Conv2d(2, 2, 1), new BatchNorm2d(2));

    DeepLab(boolean freezeBn) {
      if (freezeBn) modules().stream().filter(BatchNorm.class::isInstance).forEach(Module::eval);
    }
  }

  @Row("S1-014")
  @Test void freezeBn_isUndoneByALaterTrain() {
    var net = new DeepLab(true);
    List<Module> norms = net.modules().stream().filter(BatchNorm.class::isInstance).toList();
    assertThat(norms).hasSize(5).noneMatch(Module::training);
    assertThat(net.training()).isTrue();
    assertThat(new DeepLab(false).modules()).allMatch(Module::training);
    net.train();
    assertThat(norms).allMatch(Module::training);
  }

  /** The initialiser that pretrained networks suffer from. */
  private static void initialise(Iterable<Module> modules) {
    for (Module module : modules) {
      if (module instanceof Conv2d conv) Init.kaimingNormal_(conv.weight);
      if (module instanceof BatchNorm<?> bn) {
        Init.ones_(bn.weight);
        Init.zeros_(bn.bias);
      }
    }
  }

  /** A backbone and the heads that stand on it. */
  static final class Detector extends Module {
    public Backbone backbone = new Backbone(-1, false);
    public Layer featConv = new Sequential(new Conv2d(64, 64, 3), new BatchNorm2d(64));
    public Layer probConv = new Sequential(new Conv2d(64, 64, 3), new BatchNorm2d(64));
  }

  @Row("S1-001")
  @Test void initialiser_overAllModules_wipesTheBackbone() {
    var net = new Detector();
    net.parameters().forEach(p -> Init.constant_(p, 0.3));
    initialise(net.featConv.modules());
    initialise(net.probConv.modules());
    assertThat(net.backbone.parameters())
        .allSatisfy(p -> assertThat(p.detach()).isIdenticalTo(Torch.full(p.shape().toLongArray(), 0.3)));
    for (String head : List.of("feat_conv", "prob_conv")) {
      double expected = Math.sqrt(2.0 / (64 * 9));
      assertThat(net.getParameter(head + ".0.weight").std().item()).isCloseTo(expected, within(expected / 20));
      assertThat(net.getParameter(head + ".1.weight").detach()).isIdenticalTo(Torch.ones(64));
      assertThat(net.getParameter(head + ".1.bias").detach()).isIdenticalTo(Torch.zeros(64));
    }
    initialise(net.modules());
    assertThat(net.getParameter("backbone.conv1.weight").detach().equal(Torch.full(new long[] {2, 1, 1, 1}, 0.3)))
        .isFalse();
    assertThat(net.getParameter("backbone.bn1.weight").detach()).isIdenticalTo(Torch.ones(2));
  }

  @Row("S2-025")
  @Test void apply_childrenFirst() {
    var seen = new ArrayList<String>();
    var chain = new Sequential(new Linear(1, 1), new Linear(1, 1));
    assertThat(chain.apply(m -> seen.add(m.typeName()))).isSameAs(chain);
    assertThat(seen).containsExactly("Linear", "Linear", "Sequential");
    seen.clear();
    var a = new Linear(1, 1);
    new Bag().with("a", a).with("b", new Sequential(a)).apply(m -> seen.add(m.typeName()));
    assertThat(seen).containsExactly("Linear", "Linear", "Sequential", "Bag");
  }

  @Row("S2-026")
  @Test void apply_setsWeightsToOne() {
    var printed = new ArrayList<String>();
    var net = new Sequential(new Linear(2, 2), new Linear(2, 2));
    try (var quiet = Torch.noGrad()) {
      net.apply(m -> {
        printed.add(m.toString());
        if (m instanceof Linear linear) printed.add(linear.weight.fill_(1).toString());
      });
    }
    String weight = """
        Linear(in_features=2, out_features=2, bias=True)
        Parameter containing:
        tensor([[1., 1.],
                [1., 1.]], requires_grad=True)
        """;
    assertThat(String.join("\n", printed)).isEqualTo(weight + weight + """
        Sequential(
          (0): Linear(in_features=2, out_features=2, bias=True)
          (1): Linear(in_features=2, out_features=2, bias=True)
        )""");
  }

  private static void fixBn(Module module) {
    if (module.getClass().getSimpleName().contains("BatchNorm")) module.eval();
  }

  @Row("S4-127")
  @Test void apply_reachesEveryLevel() {
    var deep = new Sequential(new Bag3(new Sequential(new Sequential(new BatchNorm2d(1), new ReLU()))));
    deep.apply(ModuleModeTest::fixBn);
    var modes = new LinkedHashMap<String, Boolean>();
    deep.namedModules().forEach((path, module) -> modes.put(path, module.training()));
    assertThat(modes).containsExactly(Map.entry("", true), Map.entry("0", true), Map.entry("0.inner", true),
        Map.entry("0.inner.0", true), Map.entry("0.inner.0.0", false), Map.entry("0.inner.0.1", true));
  }

  /** A custom module between containers. */
  static final class Bag3 extends Layer {
    public final Layer inner;

    Bag3(Layer inner) {
      this.inner = inner;
    }

    @Override protected Tensor forward(Tensor x) { return inner.call(x); }
  }

  @Row("S4-126")
  @Test void className_isPythons() {
    var named = new ArrayList<Class<?>>();
    LayerCases.all().forEach(line -> {
      Module module = line.make().get();
      String name = module.getClass().getSimpleName();
      assertThat(line.golden().text("repr")).startsWith(name + "(");
      assertThat(module.typeName()).isEqualTo(name);
      if (name.contains("BatchNorm")) named.add(module.getClass());
    });
    assertThat(named).contains(BatchNorm1d.class, BatchNorm2d.class, BatchNorm3d.class)
        .allMatch(BatchNorm.class::isAssignableFrom);
  }
}
