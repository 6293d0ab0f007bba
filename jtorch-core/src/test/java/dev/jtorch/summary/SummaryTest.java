package dev.jtorch.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.TensorHolder;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model2;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What summaries say beside their text, and what they leave as it was. */
class SummaryTest {
  @Test @Row({"S1-008", "S1-009"}) void text_dependsOnTheArchitectureAlone() {
    var good = new SummaryNets.LeNet();
    var bad = new SummaryNets.LeNet();
    Torch.noGrad(() -> bad.parameters().forEach(parameter -> Init.normal_(parameter, 0, 100)));
    Tensor x = Torch.ones(2, 1, 8, 8);
    assertThat(checksum(good)).isNotEqualTo(checksum(bad));
    assertThat(good.call(x).equal(bad.call(x))).isFalse();
    assertThat(Summary.of(good, 1, 1, 8, 8)).hasToString(Summary.of(bad, 1, 1, 8, 8).toString());
    assertThat(Summary.of(good, 1, 1, 8, 8).toJson()).isEqualTo(Summary.of(bad, 1, 1, 8, 8).toJson());
    assertThat(TorchSummary.of(good, 1, 8, 8)).hasToString(TorchSummary.of(bad, 1, 8, 8).toString());
  }

  private static double checksum(Layer net) {
    return net.parameters().stream().mapToDouble(p -> p.detach().sum().item()).sum();
  }

  @Test void totals_areNumbersToo() {
    Summary summary = Summary.of(new SummaryNets.Partly(), 3, 7);
    assertThat(summary.totalParams()).isEqualTo(103);
    assertThat(summary.trainableParams()).isEqualTo(47);
    assertThat(summary.totalMultAdds()).isEqualTo(3 * 56 + 3 * 16);
  }

  @Test void of_leavesModesAndHooksAsTheyWere() {
    var net = new SummaryNets.LeNet();
    net.bn1.eval();
    var hooked = new AtomicInteger();
    net.conv1.registerForwardHook((module, input, output) -> {
      hooked.incrementAndGet();
      return null;
    });
    Summary.of(net, 1, 1, 8, 8);
    assertThat(net.training()).isTrue();
    assertThat(net.conv1.training()).isTrue();
    assertThat(net.bn1.training()).isFalse();
    assertThat(hooked).hasValue(1);
    assertThat(net.getBuffer("bn1.num_batches_tracked").itemLong()).isZero();
    net.call(Torch.zeros(1, 1, 8, 8));
    assertThat(hooked).hasValue(2);
  }

  @Test void of_drawsTheInputThatTorchinfoDraws() {
    Torch.manualSeed(3);
    Torch.rand(1, 1, 8, 8);
    double expected = Torch.rand(1).item();
    Torch.manualSeed(3);
    Summary.of(new Sequential(), 1, 1, 8, 8);
    assertThat(Torch.rand(1).item()).isEqualTo(expected);
  }

  @Test void of_leavesNothingInTheScope() {
    var net = new SummaryNets.LeNet();
    try (var scope = Scope.open()) {
      Summary.of(net, 1, 1, 8, 8);
      assertThat(scope.size()).isZero();
    }
    assertThat(MemoryStats.now().openScopes()).isZero();
  }

  @Test void ofInput_takesWhatTheNetTakes() {
    var pair = new BranchedNets.Two(Torch.zeros(4, 3), Torch.zeros(4, 5));
    assertThat(Summary.ofInput(new BranchedNets.Pair(), pair).toString())
        .contains("├─Linear: 1-3                            [4, 2]");
  }

  static class Gate extends Model2<Tensor, Tensor, Tensor> {
    public Linear fc = new Linear(3, 3);

    @Override protected Tensor forward(Tensor x, Tensor weights) { return fc.call(x).mul(weights); }
  }

  @Test void ofSizes_twoInputs() {
    Summary summary = Summary.ofSizes(new Gate(), in -> new Model2.Inputs<>(in.get(0), in.get(1)), Size.of(4, 3),
        Size.of(4, 3));
    assertThat(summary.rows().get(0).inputSize()).containsExactly(4L, 3L);
    assertThat(summary.rows().get(0).outputSize()).containsExactly(4L, 3L);
    assertThat(summary.totalParams()).isEqualTo(12);
  }

  @Test void ofInput_ofAClassThatShowsItsTensors() {
    var net = new Model<Shown, Shown>() {
      @Override protected Shown forward(Shown in) { return new Shown(in.inside.sum(1)); }
    };
    Summary summary = Summary.ofInput(net, o -> o.device(Device.CPU), new Shown(Torch.zeros(4, 3)));
    assertThat(summary.rows().get(0).outputSize()).containsExactly(4L);
    assertThat(summary.totals().inputBytes()).isPositive();
  }

  private static final class Shown implements TensorHolder {
    final Tensor inside;

    Shown(Tensor inside) {
      this.inside = inside;
    }

    @Override public Shown mapTensors(UnaryOperator<Tensor> change) { return new Shown(change.apply(inside)); }
  }

  @Test void of_badSize_isRefused() {
    assertThatThrownBy(() -> Summary.of(new ReLU(), 1, 0)).isInstanceOf(TorchException.class)
        .hasMessage("Summary: inputSize is [1, 0] (expected: positive sizes)");
    assertThatThrownBy(() -> Summary.of(new ReLU(), new long[0])).isInstanceOf(TorchException.class)
        .hasMessage("Summary: inputSize is [] (expected: positive sizes)");
  }

  @Test void of_badOptions_areRefused() {
    assertRefused(o -> o.colWidth(0), "colWidth is 0 (expected: > 0)");
    assertRefused(o -> o.depth(-1), "depth is -1 (expected: >= 0)");
    assertRefused(o -> o.batchDim(-1), "batchDim is -1 (expected: >= 0)");
    assertRefused(o -> o.dtypes(DType.INT64, DType.INT64),
        "dtypes are [torch.int64, torch.int64] (expected: one for each of 1 inputs)");
    assertThatThrownBy(() -> Summary.of(new ReLU(), o -> o.colNames(ColumnSettings.values())))
        .isInstanceOf(TorchException.class).hasMessage("Summary: colNames has [INPUT_SIZE, OUTPUT_SIZE, MULT_ADDS]"
            + " (expected: an input, without which they are not known)");
  }

  private static void assertRefused(UnaryOperator<SummaryOptions> with, String message) {
    assertThatThrownBy(() -> Summary.of(new ReLU(), with, 3)).isInstanceOf(TorchException.class)
        .hasMessage("Summary: " + message);
  }

  @Test void rows_areNumbersToo() {
    List<LayerRow> rows = Summary.of(new SummaryNets.LeNet(), 2, 1, 8, 8).rows();
    LayerRow conv = rows.get(3);
    assertThat(rows).extracting(LayerRow::varName).containsExactly("LeNet", "conv1", "bn1", "conv2", "fc");
    assertThat(rows).extracting(LayerRow::leaf).containsExactly(false, true, true, true, true);
    assertThat(conv.typeName()).isEqualTo("Conv2d");
    assertThat(conv.module()).isSameAs(((SummaryNets.LeNet) rows.get(0).module()).conv2);
    assertThat(List.of(conv.depth(), conv.index())).containsExactly(1, 3);
    assertThat(conv.inputSize()).containsExactly(2L, 16L, 4L, 4L);
    assertThat(conv.outputSize()).containsExactly(2L, 32L, 4L, 4L);
    assertThat(conv.kernelSize()).containsExactly(3L, 3L);
    assertThat(conv.numParams()).isEqualTo(4640).isEqualTo(conv.trainableParams());
    assertThat(conv.multAdds()).isEqualTo(4640 * 2 * 16);
    assertThat(conv.recursive()).isFalse();
  }

  @Test void rows_stayAsTheyWere() {
    var net = new Linear(2, 1);
    Summary summary = Summary.of(net, 1, 2);
    String text = summary.toString();
    net.requiresGrad_(false);
    assertThat(summary).hasToString(text);
    assertThat(summary.trainableParams()).isEqualTo(3);
  }

  @Test void totals_ofBytes() {
    Totals totals = Summary.of(new SummaryNets.Partly(), 3, 7).totals();
    assertThat(totals).isEqualTo(new Totals(103, 47, 216, 84 + 64, 2 * 4 * 3 * (7 + 2), 4 * (56 + 16)));
    assertThat(totals.nonTrainableParams()).isEqualTo(56);
    assertThat(totals.bytes()).isEqualTo(148 + 216 + 288);
  }

  @Test void mode_train_countsThePass() {
    var net = new SummaryNets.LeNet();
    net.eval();
    Summary.of(net, o -> o.mode(Mode.TRAIN), 2, 1, 8, 8);
    assertThat(net.getBuffer("bn1.num_batches_tracked").itemLong()).isEqualTo(1);
    assertThat(net.modules()).noneMatch(module -> module.training());
  }

  @Test void device_movesNetAndInput() {
    var net = new SummaryNets.Partly();
    Summary summary = Summary.of(net, o -> o.device(Device.META), 3, 7);
    assertThat(summary).hasToString(Summary.of(new SummaryNets.Partly(), 3, 7).toString());
    assertThat(net.scale.device()).isEqualTo(Device.META);
    assertThat(Summary.ofInput(net, o -> o.device(Device.META), Torch.ones(3, 7))).hasToString(summary.toString());
    assertThat(Summary.of(net, 3, 7)).hasToString(summary.toString());
  }

  @Test void ofSizes_leavesNothingInTheScope() {
    var net = new BranchedNets.Pair();
    try (var scope = Scope.open()) {
      Summary.ofSizes(net, BranchedNets.Two::of, Size.of(2, 3), Size.of(2, 5));
      TorchSummary.ofSizes(net, BranchedNets.Two::of, Size.of(3), Size.of(5));
      assertThat(scope.size()).isZero();
    }
  }

  @Test void of_forwardThatFails_saysHowFarItCame() {
    var net = new Sequential(new Linear(4, 4), new Linear(5, 5));
    assertThatThrownBy(() -> Summary.of(net, 2, 4)).isInstanceOf(TorchException.class)
        .hasMessageStartingWith("Summary: forward failed after layers [Linear]: in 1 (Linear): ");
    net.set(1, new Linear(4, 5));
    assertThat(Summary.of(net, 2, 4).totalParams()).isEqualTo(45);
  }
}
