package dev.jtorch.nn;

import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.linear.Bilinear;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.loss.MSELoss;
import dev.jtorch.nn.saving.WholeModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of two and three inputs. */
class Model2Test {
  public static class Gate extends Model2<Tensor, Tensor, Tensor> {
    public Linear fc = new Linear(2, 2, o -> o.bias(false));

    public Gate() {
      try (var quiet = Torch.noGrad()) {
        fc.weight.copy_(Torch.eye(2));
      }
    }

    @Override protected Tensor forward(Tensor x, Tensor weights) { return fc.call(x).mul(weights); }
  }

  /** A third input that may be absent. */
  static class Masked extends Model3<Tensor, Number, @Nullable Tensor, Tensor> {
    @Override protected Tensor forward(Tensor x, Number factor, @Nullable Tensor mask) {
      Tensor y = x.mul(factor);
      return mask == null ? y : y.mul(mask);
    }
  }

  private static Tensor of(float... values) {
    return Torch.tensor(values);
  }

  @Test void call_takesTwoInputs_andFreesWhatItDoesNotReturn() {
    try (var scope = Scope.open()) {
      Tensor y = new Gate().call(of(1, 2), of(3, 4));
      assertThat(y.detach().toFloatArray()).containsExactly(3, 8);
    }
    assertThat(new Gate().call(new Model2.Inputs<>(of(1, 2), of(3, 4))).detach().toFloatArray()).containsExactly(3, 8);
  }

  @Test void call_takesThreeInputs_oneOfThemAbsent() {
    var masked = new Masked();
    assertThat(masked.call(of(1, 2), 10, of(0, 1)).toFloatArray()).containsExactly(0, 20);
    assertThat(masked.call(of(1, 2), 10, null).toFloatArray()).containsExactly(10, 20);
  }

  @Test void hooks_seeAndChangeAllInputs() {
    var gate = new Gate();
    gate.registerForwardPreHook((m, in) -> new Model2.Inputs<>(in.first().add(1), in.second()));
    gate.registerForwardHook((m, in, out) -> out.add(in.second()));
    assertThat(gate.call(of(1, 2), of(3, 4)).detach().toFloatArray()).containsExactly(9, 16);
    var masked = new Masked();
    masked.registerForwardPreHook((m, in) -> new Model3.Inputs<>(in.first(), 2, in.third()));
    assertThat(masked.call(of(1, 2), 10, null).toFloatArray()).containsExactly(2, 4);
  }

  @Test void backwardHooks_seeTheGradientsByBothInputs() {
    var seen = new ArrayList<String>();
    var gate = new Gate();
    gate.registerFullBackwardHook((m, in, out) -> {
      seen.add(text(in) + " " + text(out));
      return List.of(in.get(0).mul(2), in.get(1));
    });
    Tensor x = of(1, 2).requiresGrad_();
    Tensor weights = of(3, 4).requiresGrad_();
    gate.call(x, weights).sum().backward();
    assertThat(seen).containsExactly("[[3.0, 4.0], [1.0, 2.0]] [[1.0, 1.0]]");
    assertThat(text(x.grad())).isEqualTo("[6.0, 8.0]");
    assertThat(text(weights.grad())).isEqualTo("[1.0, 2.0]");
  }

  @Test void backwardHooks_passOverAnAbsentInput() {
    var masked = new Masked();
    var counts = new ArrayList<Integer>();
    masked.registerFullBackwardHook((m, in, out) -> {
      counts.add(in.size());
      return null;
    });
    masked.call(of(1, 2).requiresGrad_(), 2, null).sum().backward();
    assertThat(counts).containsExactly(1);
  }

  @Test void deepCopy_isOneOfTheSameClass() {
    var gate = new Gate();
    gate.registerForwardHook((m, in, out) -> out.add(in.second()));
    Gate copy = gate.deepCopy(Gate.class);
    assertThat(copy.fc.weight).isNotSameAs(gate.fc.weight);
    assertThat(copy.call(of(1, 2), of(3, 4)).detach().toFloatArray()).containsExactly(6, 12);
  }

  @Test void savedWhole_isCalledWithTwoInputs(@TempDir Path dir) {
    var gate = new Gate();
    WholeModel.save(gate, dir.resolve("gate.pt"));
    Gate loaded = WholeModel.load(dir.resolve("gate.pt"), Gate.class);
    assertThat(loaded.call(of(1, 2), of(3, 4)).detach().toFloatArray()).containsExactly(3, 8);
    assertThat(loaded).hasToString("Gate(\n  (fc): Linear(in_features=2, out_features=2, bias=False)\n)");
  }

  @Test void libraryModels_ofTwoInputsAreSuch() {
    var loss = new MSELoss();
    loss.registerForwardPreHook((m, in) -> new Model2.Inputs<>(in.first(), in.second().add(1)));
    assertThat(loss.call(of(1, 2), of(1, 2)).item()).isEqualTo(1);
    assertThat(new Bilinear(2, 2, 3).call(of(1, 2), of(1, 2)).shape()).containsExactly(3L);
  }
}
