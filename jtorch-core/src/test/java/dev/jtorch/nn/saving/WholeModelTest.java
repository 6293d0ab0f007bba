package dev.jtorch.nn.saving;

import static dev.jtorch.testing.Eventually.assertOnceCollected;
import static dev.jtorch.testing.Eventually.collect;
import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.net.Nets.Net;
import com.example.net.Nets.Tied;
import com.example.net.Nets;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.MemoryStats;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.shape.Unflatten;
import dev.jtorch.optim.Adam;
import dev.jtorch.testing.Compilation;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are saved as a whole come back as they were. */
class WholeModelTest {
  @TempDir private Path folder;

  private static Net net() {
    Net net = new Net(Nets.settings());
    net.call(Torch.randn(5, 4)); // statistics of its own
    net.eval();
    return net;
  }

  private Net roundTrip(Net net) {
    Path file = folder.resolve("net.pt");
    WholeModel.save(net, file);
    return WholeModel.load(file, Net.class, o -> o.allow("com.example.net.Nets"));
  }

  @Row("S4-076")
  @Test void roundTrip_equalsInTextStateAndOutput() {
    Net net = net();
    Net loaded = roundTrip(net);
    assertThat(loaded).hasToString(net.toString());
    assertThat(loaded.stateDict().keySet()).containsExactlyElementsOf(net.stateDict().keySet());
    net.stateDict().forEach((key, tensor) -> assertThat(loaded.stateDict().get(key)).isIdenticalTo(tensor));
    Tensor x = Torch.randn(2, 4);
    assertThat(loaded.call(x)).isIdenticalTo(net.call(x));
    assertThat(loaded.facts()).isEqualTo("0.5 rank! [a, b] [5, 6] {run=7} 8 x 0.1 null Optional[3] 2 20 1two3.0");
  }

  @Test void sharing_isKept() {
    Net net = net();
    net.letter('y');
    net.work();
    Net loaded = roundTrip(net);
    assertThat(loaded.again()).isSameAs(loaded.first());
    assertThat(loaded.notes().owner()).isSameAs(loaded);
    loaded.table().fill_(9);
    assertThat(loaded.row()).isIdenticalTo(Torch.tensor(new long[] {9, 9, 9}));
    assertThat(loaded.works()).isFalse(); // transient
    assertThat(loaded.seen().persistent()).isFalse();
    assertThat(loaded.facts()).contains(" y ");
    WholeModel.save(new Tied(), folder.resolve("tied.pt"));
    Tied tied = WholeModel.load(folder.resolve("tied.pt"), Tied.class);
    assertThat(tied.out.weight).isSameAs(tied.in.weight);
    assertThat(tied.parameters()).hasSize(3);
  }

  @Test void surgeryModesAndGradientFlags_survive() {
    Net net = net();
    net.fc = new Sequential(new Linear(8, 2), new ReLU());
    net.registerModule("extra", new Dropout(0.1));
    net.registerParameter("gain", Parameter.frozen(Torch.ones(2)));
    net.registerBuffer("steps", Torch.tensor(3L));
    net.registerParameter("later", null);
    net.train();
    net.getModule("norm").eval();
    net.first().weight.requiresGrad_(false);
    net.fc.to(DType.FLOAT64);
    Net loaded = roundTrip(net);
    assertThat(loaded).hasToString(net.toString());
    assertThat(loaded.namedParameters().keySet()).containsExactlyElementsOf(net.namedParameters().keySet());
    assertThat(loaded.getParameter("gain").requiresGrad()).isFalse();
    assertThat(loaded.first().weight.requiresGrad()).isFalse();
    assertThat(loaded.first().bias.requiresGrad()).isTrue();
    assertThat(loaded.getParameter("fc.0.weight").dtype()).isEqualTo(DType.FLOAT64);
    assertThat(loaded.getModule("norm").training()).isFalse();
    assertThat(loaded.getModule("extra").training()).isTrue();
    loaded.registerParameter("later", new Parameter(Torch.ones(1)));
    assertThat(loaded.parameters()).hasSize(net.parameters().size() + 1);
  }

  @Test void hooksAndGradients_areNotSaved() {
    Net net = net();
    net.registerForwardHook((module, in, out) -> out.mul(0));
    net.registerStateDictPreHook((module, prefix, keepVars) -> {});
    net.call(Torch.ones(1, 4)).sum().backward();
    Net loaded = roundTrip(net);
    assertThat(loaded.first().weight.grad()).isNull();
    assertThat(loaded.call(Torch.ones(1, 4)).equal(Torch.zeros(1, 3))).isFalse();
  }

  @Test void jtorchsOwnNetworks_needNoLeave() {
    var net = new Sequential(new Conv2d(1, 2, 3, o -> o.padding(1)), new Unflatten(1, 2, 1), new ReLU());
    WholeModel.save(net, folder.resolve("own.pt"));
    Sequential loaded = WholeModel.load(folder.resolve("own.pt"), Sequential.class);
    Tensor x = Torch.randn(1, 1, 4, 4);
    assertThat(loaded.call(x)).isIdenticalTo(net.call(x));
    assertThat(WholeModel.load(folder.resolve("own.pt"), Module.class)).isInstanceOf(Sequential.class);
    loaded.append(new ReLU());
    assertThat(new Linear(1, 1).namedChildren()).isEmpty();
  }

  @Test void load_ontoADevice() {
    WholeModel.save(new Linear(2, 1), folder.resolve("net.pt"));
    assertThat(WholeModel.load(folder.resolve("net.pt"), Linear.class, o -> o.device(Device.CPU)).weight.isCpu())
        .isTrue();
    assertThatThrownBy(
        () -> WholeModel.load(folder.resolve("net.pt"), Linear.class, o -> o.device(Device.cuda(99))))
        .isInstanceOf(DeviceException.class);
  }

  @Row("S4-077")
  @Test void weightsOnly_areSmaller_andLoadIntoANewNetwork() throws IOException {
    Net net = net();
    var optimizer = new Adam(net.parameters());
    net.call(Torch.ones(1, 4)).sum().backward();
    optimizer.step();
    Path weights = folder.resolve("weights.pt");
    Path whole = folder.resolve("whole.pt");
    Path both = folder.resolve("both.pt");
    net.stateDict().save(weights);
    WholeModel.save(net, whole);
    Torch.save(Map.of("model", net.stateDict(), "optimizer", optimizer.stateDict()), both);
    assertThat(Files.size(weights)).isLessThan(Files.size(whole)).isLessThan(Files.size(both));
    Net rebuilt = new Net(Nets.settings());
    rebuilt.loadStateDict(StateDict.load(weights));
    rebuilt.eval();
    Tensor x = Torch.randn(2, 4);
    assertThat(rebuilt.call(x)).isIdenticalTo(net.call(x));
    // what Python reads of the whole model
    rebuilt.loadStateDict(Torch.load(whole).stateDict("state_dict"));
  }

  @Row("S5-036")
  @Test void suffix_changesNothing() throws IOException {
    Net net = net();
    Tensor x = Torch.ones(1, 4);
    Tensor expected = net.call(x); // which the network counts
    for (String suffix : List.of("pkl", "pt", "pth")) {
      Path whole = folder.resolve("whole." + suffix);
      Path weights = folder.resolve("weights." + suffix);
      WholeModel.save(net, whole);
      net.stateDict().save(weights);
      for (Path file : List.of(whole, weights)) {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(HexFormat.of().formatHex(bytes, 0, 4)).isEqualTo("504b0304");
        String first = file.getFileName().toString().replace(suffix, "pkl");
        assertThat(bytes).isEqualTo(Files.readAllBytes(folder.resolve(first)));
      }
      assertThat(WholeModel.load(whole, Net.class, o -> o.allow("com.example..")).call(x)).isIdenticalTo(expected);
      Net rebuilt = new Net(Nets.settings());
      rebuilt.loadStateDict(StateDict.load(weights));
      rebuilt.eval();
      assertThat(rebuilt.call(x)).isIdenticalTo(expected);
    }
  }

  @Row("S5-038")
  @Test void savingTheMethodInPlaceOfItsResult_isRefused() {
    assertThat(Compilation.of(Torch.class, Linear.class)
        .errors("Torch.save(new Linear(1, 1)::stateDict, java.nio.file.Path.of(\"net.pt\"));")).isNotEmpty();
    Supplier<StateDict> method = new Linear(1, 1)::stateDict;
    assertThatThrownBy(() -> Torch.save(method, folder.resolve("net.pt"))).isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Lambda").hasMessageNotContaining("\n");
    assertThat(folder.resolve("net.pt")).doesNotExist();
  }

  @Row("S5-039")
  @Test void assigningAState_doesNotCompile_andLoadingItWorks() {
    assertThat(Compilation.of(Linear.class, StateDict.class)
        .errors("var net = new Linear(1, 1); net.stateDict = new StateDict();")).hasSize(1);
    var net = new Linear(2, 2);
    net.stateDict().save(folder.resolve("net.pt"));
    var loaded = new Linear(2, 2);
    loaded.loadStateDict(StateDict.load(folder.resolve("net.pt")));
    assertThat(loaded.weight).isIdenticalTo(net.weight);
    assertThat(loaded.stateDict()).hasSize(2);
  }

  /** Python's load_checkpoint: the model, its weights and the optimizer's state come back, ready for inference. */
  private static Sequential loadCheckpoint(Path model, Path checkpoint) {
    var net = WholeModel.load(model, Sequential.class);
    var states = Torch.load(checkpoint);
    net.loadStateDict(states.stateDict("state_dict"));
    new Adam(net.parameters()).loadStateDict(states.map("optimizer"));
    net.requiresGrad_(false);
    net.eval();
    return net;
  }

  @Row("S4-082")
  @Test void loadCheckpoint_forInference() {
    var net = new Sequential(new Linear(4, 8), new BatchNorm1d(8), new Dropout(0.5), new Linear(8, 2));
    var optimizer = new Adam(net.parameters());
    net.call(Torch.randn(4, 4)).sum().backward();
    optimizer.step();
    WholeModel.save(net, folder.resolve("model.pt"));
    Torch.save(Map.of("state_dict", net.stateDict(), "optimizer", optimizer.stateDict()), folder.resolve("states.pt"));
    Sequential loaded = loadCheckpoint(folder.resolve("model.pt"), folder.resolve("states.pt"));
    assertThat(loaded.modules()).noneMatch(Module::training);
    assertThat(loaded.parameters()).noneMatch(Tensor::requiresGrad);
    Tensor x = Torch.randn(3, 4);
    assertThat(loaded.call(x)).isIdenticalTo(loaded.call(x));
    assertThat(new Adam(new Linear(1, 1).parameters()).paramGroups()).hasSize(1);
    assertThatThrownBy(() -> new Adam(List.of())).hasMessageContaining("optimizer got an empty parameter list");
  }

  @Test void savingAndLoading_leavesNothingBehind() {
    Path file = folder.resolve("net.pt");
    var net = new Linear(2, 2);
    WholeModel.save(net, file);
    long before = collect();
    for (int i = 0; i < 50; i++) {
      WholeModel.save(net, file);
      WholeModel.load(file, Linear.class);
    }
    assertOnceCollected(() -> assertThat(MemoryStats.now().liveTensors()).isLessThan(before + 50));
  }
}
