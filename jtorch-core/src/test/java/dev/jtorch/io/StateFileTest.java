package dev.jtorch.io;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.StateDictException;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.optim.Adam;
import dev.jtorch.testing.Compilation;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes for states in files. */
public class StateFileTest {
  @TempDir Path dir;

  /** The network of PyTorch's tutorial on saving and loading. */
  public static class TheModelClass extends Layer {
    public Conv2d conv1 = new Conv2d(3, 8, 5);
    public BatchNorm2d bn = new BatchNorm2d(8);
    public Conv2d conv2 = new Conv2d(8, 16, 5);
    public MaxPool2d pool = new MaxPool2d(2);
    public Linear fc1 = new Linear(400, 120);
    public Linear fc2 = new Linear(120, 10);

    @Override protected Tensor forward(Tensor x) {
      x = pool.call(F.relu(bn.call(conv1.call(x))));
      x = pool.call(F.relu(conv2.call(x)));
      x = F.relu(fc1.call(x.view(-1, 16 * 5 * 5)));
      return F.relu(fc2.call(x));
    }
  }

  @Row({"S4-085", "S4-087", "S4-090"})
  @Test void state_ofANewModel_isListedAsInPython() {
    StateDict state = new TheModelClass().stateDict();
    var lines = new ArrayList<String>();
    state.forEach((name, tensor) -> lines.add(name + "\t" + tensor.shape()));
    assertThat(lines).containsExactly("conv1.weight\ttorch.Size([8, 3, 5, 5])", "conv1.bias\ttorch.Size([8])",
        "bn.weight\ttorch.Size([8])", "bn.bias\ttorch.Size([8])", "bn.running_mean\ttorch.Size([8])",
        "bn.running_var\ttorch.Size([8])", "bn.num_batches_tracked\ttorch.Size([])",
        "conv2.weight\ttorch.Size([16, 8, 5, 5])", "conv2.bias\ttorch.Size([16])", "fc1.weight\ttorch.Size([120, 400])",
        "fc1.bias\ttorch.Size([120])", "fc2.weight\ttorch.Size([10, 120])", "fc2.bias\ttorch.Size([10])");
    assertThat(new TheModelClass().parameters().stream().mapToLong(Tensor::numel).sum()).isEqualTo(53_170);
  }

  @Row("S4-088")
  @Test void forward_withALayerThatIsNotThere_doesNotCompile() {
    Compilation java = Compilation.of(TheModelClass.class, Tensor.class);
    assertThat(java.errors("TheModelClass net = new TheModelClass(); net.fc2.call(net.fc1.call(null));")).isEmpty();
    assertThat(java.errors("TheModelClass net = new TheModelClass(); net.fc3.call(null);")).hasSize(1);
    Tensor logits = new TheModelClass().call(Torch.randn(1, 3, 32, 32));
    assertThat(logits.shape()).containsExactly(1L, 10L);
    assertThat(logits.ge(0).all().itemBool()).as("the ReLU on the logits is kept").isTrue();
  }

  @Row("S4-077")
  @Test void weightsAlone_areSmaller_andGiveTheSameOutputs() throws IOException {
    var net = new TheModelClass();
    var adam = new Adam(net.parameters(), o -> o);
    Tensor x = Torch.randn(2, 3, 32, 32);
    net.call(x).sum().backward();
    adam.step();
    net.eval();
    net.stateDict().save(dir.resolve("weights.pt"));
    Checkpoint.save(Map.of("model", net.stateDict(), "optimizer", adam.stateDict()), dir.resolve("whole.pt"));
    assertThat(Files.size(dir.resolve("weights.pt"))).isLessThan(Files.size(dir.resolve("whole.pt")) / 2);

    var again = new TheModelClass();
    again.loadStateDict(StateDict.load(dir.resolve("weights.pt")));
    again.eval();
    assertThat(again.call(x)).isIdenticalTo(net.call(x));
  }

  @Row("S4-079")
  @Test void partialLoad_mergesWhatIsKnown() {
    Map<String, Tensor> saved = new LinkedHashMap<>(Map.of("a.weight", Torch.ones(1, 1), "a.bias", Torch.ones(1)));
    saved.put("z.weight", Torch.ones(1, 1));
    new StateDict(saved).save(dir.resolve("saved.pt"));
    var net = new TwoLayers();
    Tensor own = net.c.weight.detach().clone();

    StateDict merged = net.stateDict();
    StateDict known = StateDict.load(dir.resolve("saved.pt")).filter(merged::containsKey);
    assertThat(known.keySet()).containsExactlyInAnyOrder("a.weight", "a.bias");
    merged.putAll(known);
    net.loadStateDict(merged);
    assertThat(net.a.weight.item()).isEqualTo(1.0);
    assertThat(net.a.bias.item()).isEqualTo(1.0);
    assertThat(net.c.weight).isIdenticalTo(own);

    merged.put("a.weight", Torch.ones(7, 1));
    assertThatThrownBy(() -> net.loadStateDict(merged)).isInstanceOf(StateDictException.class)
        .hasMessageContaining("size mismatch");
  }

  @Row("S4-082")
  @Test void loadCheckpoint_forInference() {
    Sequential trained = network();
    var adam = new Adam(trained.parameters(), o -> o.lr(0.01));
    trained.call(Torch.randn(4, 3)).sum().backward();
    adam.step();
    Checkpoint.save(Map.of("state_dict", trained.stateDict(), "optimizer", adam.stateDict(), "epoch", 3),
        dir.resolve("c.pt"));

    Sequential net = loadCheckpoint(dir.resolve("c.pt"));
    assertThat(net.modules()).noneMatch(Module::training);
    assertThat(net.parameters()).noneMatch(Tensor::requiresGrad);
    Tensor x = Torch.randn(4, 3);
    assertThat(net.call(x)).isIdenticalTo(net.call(x));
    trained.eval();
    assertThat(net.call(x)).isIdenticalTo(trained.call(x));
  }

  @Row("S5-036")
  @Test void suffix_doesNotChangeTheFormat() throws IOException {
    StateDict state = new Linear(2, 1).stateDict();
    for (String suffix : List.of("pkl", "pt", "pth")) {
      Path file = dir.resolve("net." + suffix);
      state.save(file);
      assertThat(Files.readAllBytes(file)).startsWith('P', 'K', 3, 4)
          .isEqualTo(Files.readAllBytes(dir.resolve("net.pkl")));
      assertThat(StateDict.load(file).get("weight")).isIdenticalTo(state.get("weight"));
    }
  }

  @Row({"S5-038", "S5-039"})
  @Test void methodInPlaceOfItsResult_doesNotCompile() {
    Compilation java = Compilation.of(Linear.class, Checkpoint.class, StateDict.class);
    String begin = "Linear net = new Linear(2, 1); var path = java.nio.file.Path.of(\"x.pt\");";
    assertThat(java.errors(begin + "Checkpoint.save(net.stateDict(), path); net.loadStateDict(StateDict.load(path));"))
        .isEmpty();
    assertThat(java.errors(begin + "Checkpoint.save(net::stateDict, path);")).hasSize(1);
    assertThat(java.errors(begin + "net.stateDict = StateDict.load(path);")).hasSize(1);

    var net = new Linear(2, 1);
    net.stateDict().save(dir.resolve("net.pt"));
    var again = new Linear(2, 1);
    again.loadStateDict(StateDict.load(dir.resolve("net.pt")));
    assertThat(again.weight).isIdenticalTo(net.weight);
  }

  @Row("S4-101")
  @Test void to_ofATensorReturns_ofAModuleChanges() {
    Tensor t = Torch.ones(2);
    assertThat(t.to(dev.jtorch.Device.CPU)).isSameAs(t);
    Tensor wide = t.to(DType.FLOAT64);
    assertThat(wide).isNotSameAs(t);
    assertThat(t.dtype()).isEqualTo(DType.FLOAT32);
    var net = new Linear(2, 1);
    net.to(DType.FLOAT64);
    assertThat(net.weight.dtype()).isEqualTo(DType.FLOAT64);
  }

  @Row("S1-002")
  @Test void pretrainedWeights_surviveConstruction() {
    var pretrained = new Linear(2, 2);
    pretrained.stateDict().save(dir.resolve("backbone.pt"));
    var detector = new Detector(dir.resolve("backbone.pt"));
    assertThat(detector.backbone.weight).isIdenticalTo(pretrained.weight);
    assertThat(detector.head.weight).isIdenticalTo(Torch.full(new long[] {1, 2}, 0.5));

    detector.apply(Detector::init);
    assertThat(detector.backbone.weight.equal(pretrained.weight)).as("an init of everything discards them").isFalse();
  }

  @Test void failedLoad_leavesTheModelUnchanged() throws IOException {
    var net = new Linear(2, 1);
    Tensor before = net.weight.detach().clone();
    new Linear(2, 1).stateDict().save(dir.resolve("x.pt"));
    byte[] bytes = Files.readAllBytes(dir.resolve("x.pt"));
    for (int at = 0; at < bytes.length; at += 7) {
      Path cut = Files.write(dir.resolve("cut.pt"), java.util.Arrays.copyOf(bytes, at));
      assertThatThrownBy(() -> net.loadStateDict(StateDict.load(cut))).isInstanceOf(CheckpointException.class);
    }
    assertThat(net.weight).isIdenticalTo(before);
  }

  @Test void metadata_goesIntoTheFile() {
    StateDict state = new BatchNorm1d(2).stateDict();
    state.save(dir.resolve("bn.pt"));
    assertThat(StateDict.load(dir.resolve("bn.pt")).metadata()).isEqualTo(Map.of("", Map.of("version", 2L)));
    StateDict pythons = StateDict.load(Path.of("src/test/resources/golden/io/state_dict.pt"));
    assertThat(pythons.metadata())
        .isEqualTo(new Sequential(new Linear(3, 2), new BatchNorm1d(2)).stateDict().metadata());
  }

  /** A detector that begins with the weights of a file. */
  public static class Detector extends Layer {
    public Linear backbone = new Linear(2, 2);
    public Linear head = new Linear(2, 1);

    Detector(Path weights) {
      init(head);
      backbone.loadStateDict(StateDict.load(weights));
    }

    static void init(Module module) {
      if (module instanceof Linear linear) Init.constant_(linear.weight, 0.5);
    }

    @Override protected Tensor forward(Tensor x) {
      return head.call(backbone.call(x));
    }
  }

  /** A network of which another one has only the first layer. */
  public static class TwoLayers extends Layer {
    public Linear a = new Linear(1, 1);
    public Linear c = new Linear(1, 1);

    @Override protected Tensor forward(Tensor x) {
      return c.call(a.call(x));
    }
  }

  private static Sequential network() { return new Sequential(new Linear(3, 4), new BatchNorm1d(4), new Dropout(0.5)); }

  private static Sequential loadCheckpoint(Path file) {
    Checkpoint checkpoint = Checkpoint.load(file);
    Sequential net = network();
    net.loadStateDict(checkpoint.stateDict("state_dict"));
    new Adam(net.parameters(), o -> o).loadStateDict(checkpoint.map("optimizer"));
    net.requiresGrad_(false);
    net.eval();
    return net;
  }
}
