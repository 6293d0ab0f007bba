package dev.jtorch.nn.init;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.DType;
import dev.jtorch.Generator;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Parameter;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.Tolerance;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitTest {
  private static final Golden GOLDEN = Golden.load("nn/initialisers");

  private record Case(String name, UnaryOperator<Tensor> fill) {
    @Override public String toString() { return name; }
  }

  /** Fixed values, and the generator's numbers between 0 and 1 as they are. */
  static Stream<Case> exactCases() {
    return Stream.of(
        new Case("uniform", Init::uniform_),
        new Case("uniform_generator", t -> Init.uniform_(t, 0, 1, new Generator(5))),
        new Case("constant", t -> Init.constant_(t, 0.3)),
        new Case("ones", Init::ones_),
        new Case("zeros", Init::zeros_),
        new Case("eye", Init::eye_),
        new Case("dirac", Init::dirac_),
        new Case("dirac_groups", t -> Init.dirac_(t, 2)),
        new Case("dirac_3d", Init::dirac_));
  }

  static Stream<Case> drawnCases() {
    return Stream.of(
        new Case("uniform_bounds", t -> Init.uniform_(t, -0.5, 2)),
        new Case("normal", Init::normal_),
        new Case("normal_spread", t -> Init.normal_(t, 3, 0.2)),
        new Case("xavier_uniform", Init::xavierUniform_),
        new Case("xavier_uniform_gain", t -> Init.xavierUniform_(t, Init.calculateGain(Nonlinearity.TANH))),
        new Case("xavier_normal", Init::xavierNormal_),
        new Case("xavier_normal_gain", t -> Init.xavierNormal_(t, Init.calculateGain(Nonlinearity.TANH))),
        new Case("kaiming_uniform", Init::kaimingUniform_),
        new Case("kaiming_uniform_tanh", t -> Init.kaimingUniform_(t, o -> o.nonlinearity(Nonlinearity.TANH))),
        new Case("kaiming_normal", Init::kaimingNormal_),
        new Case("kaiming_normal_out", t -> Init.kaimingNormal_(t, o -> o.a(0.1).mode(FanMode.FAN_OUT))),
        new Case("kaiming_normal_relu",
            t -> Init.kaimingNormal_(t, o -> o.mode(FanMode.FAN_OUT).nonlinearity(Nonlinearity.RELU))),
        new Case("sparse", t -> Init.sparse_(t, 0.3)));
  }

  /** These go through functions whose last digit differs between libraries. */
  static Stream<Case> computedCases() {
    return Stream.of(
        new Case("trunc_normal", Init::truncNormal_),
        new Case("trunc_normal_bounds", t -> Init.truncNormal_(t, o -> o.mean(1).std(0.5).a(0.2).b(1.3))),
        new Case("trunc_normal_float64", t -> Init.truncNormal_(t, o -> o.std(0.02))),
        new Case("orthogonal_tall", Init::orthogonal_),
        new Case("orthogonal_wide", t -> Init.orthogonal_(t, 2)));
  }

  private static Tensor filled(Case line) {
    Tensor like = GOLDEN.tensor(line.name());
    Tensor tensor = Torch.full(like.shape().toLongArray(), 9, o -> o.dtype(like.dtype()));
    Torch.manualSeed(0);
    assertThat(line.fill().apply(tensor)).isSameAs(tensor);
    return tensor;
  }

  @ParameterizedTest
  @MethodSource("exactCases")
  @Row("S4-241") void exact_isPythonsBitForBit(Case line) {
    assertThat(filled(line)).isIdenticalTo(GOLDEN.tensor(line.name()));
  }

  @ParameterizedTest
  @MethodSource("drawnCases")
  @Row({"S1-018", "S4-241"}) void seeded_drawsPythonsNumbers(Case line) {
    Tensor expected = GOLDEN.tensor(line.name());
    assertThat(filled(line)).isCloseTo(expected, Tolerance.ofRandom(expected));
  }

  @ParameterizedTest
  @MethodSource("computedCases") void seeded_isCloseToPythons(Case line) {
    assertThat(filled(line)).isCloseTo(GOLDEN.tensor(line.name()));
  }

  @Test @Row("S4-241") void fans_ofAConvolution() {
    assertThat(Fans.of(Torch.empty(8, 3, 5, 5))).isEqualTo(new Fans(75, 200));
  }

  @Test @Row("S4-241") void xavier_vector() {
    assertThatThrownBy(() -> Init.xavierUniform_(Torch.empty(3))).isInstanceOf(ShapeException.class)
        .hasMessage("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
  }

  @Test void refusals_areWorded() {
    assertThatThrownBy(() -> Init.eye_(Torch.empty(3))).hasMessage("Only tensors with 2 dimensions are supported");
    assertThatThrownBy(() -> Init.sparse_(Torch.empty(3), 0.5))
        .hasMessage("Only tensors with 2 dimensions are supported");
    assertThatThrownBy(() -> Init.dirac_(Torch.empty(3, 3)))
        .hasMessage("Only tensors with 3, 4, or 5 dimensions are supported");
    assertThatThrownBy(() -> Init.dirac_(Torch.empty(3, 3, 1), 2)).hasMessage("dim 0 must be divisible by groups");
    assertThatThrownBy(() -> Init.orthogonal_(Torch.empty(3)))
        .hasMessage("Only tensors with 2 or more dimensions are supported");
  }

  @Test void calculateGain_isPythons() {
    Map<Nonlinearity, Double> gains = Map.of(Nonlinearity.LINEAR, 1.0, Nonlinearity.CONV2D, 1.0, Nonlinearity.SIGMOID,
        1.0, Nonlinearity.TANH, 5.0 / 3, Nonlinearity.RELU, 1.4142135623730951, Nonlinearity.LEAKY_RELU,
        1.4141428569978354, Nonlinearity.SELU, 0.75);
    gains.forEach((nonlinearity, gain) -> assertThat(Init.calculateGain(nonlinearity)).isEqualTo(gain));
    assertThat(Init.calculateGain(Nonlinearity.LEAKY_RELU, 0.2)).isEqualTo(1.3867504905630728);
  }

  @Test @Row("S2-027") void parameter_isFilledOutsideTheGraphAndStaysTheSame() {
    var weight = new Parameter(Torch.empty(2, 2));
    assertThat(Init.constant_(weight, 0.5)).isSameAs(weight);
    assertThat(weight.requiresGrad()).isTrue();
    assertThat(weight.gradFn()).isNull();
    assertThat(weight).isIdenticalTo(Torch.full(new long[] {2, 2}, 0.5));
  }

  @Test @Row("S1-018") void kaimingNormal_hasItsSpread() {
    Torch.manualSeed(0);
    Tensor weight = Torch.empty(400, 300);
    assertThat(Init.kaimingNormal_(weight).std().item()).isEqualTo(0.0816, within(1e-3));
    assertThat(Init.kaimingNormal_(weight, o -> o.mode(FanMode.FAN_OUT).nonlinearity(Nonlinearity.RELU)).std()
        .item()).isEqualTo(0.0707, within(1e-3));
    assertThat(Init.kaimingNormal_(weight, o -> o.a(Math.sqrt(5))).std().item()).isEqualTo(0.0333, within(1e-3));
    assertThat(weight.dtype()).isEqualTo(DType.FLOAT32);
  }

  @Test void kaiming_withoutElements_doesNothing() {
    Tensor empty = Torch.empty(0, 3);
    assertThat(Init.kaimingUniform_(empty)).isSameAs(empty);
  }
}
