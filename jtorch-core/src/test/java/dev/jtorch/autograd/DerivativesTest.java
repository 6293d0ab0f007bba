package dev.jtorch.autograd;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The derivatives of {@code goldens/autograd/make.py}. */
class DerivativesTest {
  private static final Golden GOLDEN = Golden.load("autograd/derivatives");

  private final Tensor x = GOLDEN.tensor("x");
  private final Tensor y = GOLDEN.tensor("y");
  private final Tensor vx = GOLDEN.tensor("vx");
  private final List<Tensor> several = List.of(x, y);
  private final List<Tensor> v = List.of(vx, GOLDEN.tensor("vy"));

  private static Tensor curve(Tensor x) { return x.exp().mul(x.sin()).sum(1); }

  private static Tensor energy(Tensor x) { return x.pow(3).mul(x.sin()).sum(); }

  private static Tensor[] pair(Tensor... in) {
    return new Tensor[] {in[0].mul(in[1].exp()), in[0].pow(2).sum().add(in[1].sum().mul(3))};
  }

  private static Tensor bond(Tensor... in) { return in[0].pow(2).mul(in[1].exp()).sum(); }

  private static void check(String name, VectorProduct one, VectorProducts several) {
    assertThat(one.output()).isCloseTo(GOLDEN.tensor(name + ".output"));
    assertThat(one.product()).isCloseTo(GOLDEN.tensor(name + ".one"));
    check(name + ".several", several.products());
    if (several.outputs().size() > 1) check(name + ".outputs", several.outputs());
    else assertThat(several.outputs().get(0)).isCloseTo(GOLDEN.tensor(name + ".outputs"));
    assertThat(one.product().requiresGrad()).isFalse();
    assertThat(one.output().requiresGrad()).isFalse();
  }

  private static void check(String name, List<Tensor> tensors) {
    for (int i = 0; i < tensors.size(); i++) assertThat(tensors.get(i)).isCloseTo(GOLDEN.tensor(name + "." + i));
  }

  /** The gradient of a derivative that was made with {@code createGraph}. */
  private static void checkThird(String name, Tensor leaf, Tensor derivative) {
    derivative.sum().backward();
    assertThat(leaf.grad()).isCloseTo(GOLDEN.tensor(name + ".third"));
  }

  private Tensor leaf() { return x.clone().requiresGrad_(); }

  @Test void vjp_isPythons() {
    Tensor vo = GOLDEN.tensor("vo");
    List<Tensor> seeds = List.of(GOLDEN.tensor("vp"), Torch.scalar(2.0).toDouble());
    check("vjp", Autograd.vjp(DerivativesTest::curve, x, vo), Autograd.vjp(DerivativesTest::pair, several, seeds));
    Tensor leaf = leaf();
    checkThird("vjp", leaf, Autograd.vjp(DerivativesTest::curve, leaf, o -> o.v(vo).createGraph(true)).product());
  }

  @Test void jvp_isPythons() {
    check("jvp", Autograd.jvp(DerivativesTest::curve, x, vx), Autograd.jvp(DerivativesTest::pair, several, v));
    Tensor leaf = leaf();
    checkThird("jvp", leaf, Autograd.jvp(DerivativesTest::curve, leaf, o -> o.v(vx).createGraph(true)).product());
  }

  @Test void vhp_isPythons() {
    check("vhp", Autograd.vhp(DerivativesTest::energy, x, vx), Autograd.vhp(DerivativesTest::bond, several, v));
    Tensor leaf = leaf();
    checkThird("vhp", leaf, Autograd.vhp(DerivativesTest::energy, leaf, o -> o.v(vx).createGraph(true)).product());
  }

  @Test void hvp_isPythons() {
    check("hvp", Autograd.hvp(DerivativesTest::energy, x, vx), Autograd.hvp(DerivativesTest::bond, several, v));
    Tensor leaf = leaf();
    checkThird("hvp", leaf, Autograd.hvp(DerivativesTest::energy, leaf, o -> o.v(vx).createGraph(true)).product());
  }

  @Test void jacobian_isPythons() {
    for (boolean vectorize : new boolean[] {false, true}) {
      Tensor one = Autograd.jacobian(DerivativesTest::curve, x, o -> o.vectorize(vectorize));
      assertThat(one).isCloseTo(GOLDEN.tensor("jacobian.one"));
      assertThat(one.requiresGrad()).isFalse();
    }
    List<List<Tensor>> both = Autograd.jacobian(DerivativesTest::pair, several);
    for (int i = 0; i < 2; i++) check("jacobian.several." + i, both.get(i));
    Tensor leaf = leaf();
    checkThird("jacobian", leaf, Autograd.jacobian(DerivativesTest::curve, leaf, o -> o.createGraph(true)));
  }

  @Test void hessian_isPythons() {
    assertThat(Autograd.hessian(DerivativesTest::energy, x)).isCloseTo(GOLDEN.tensor("hessian.one"));
    List<List<Tensor>> both = Autograd.hessian(DerivativesTest::bond, several);
    for (int i = 0; i < 2; i++) check("hessian.several." + i, both.get(i));
    Tensor leaf = leaf();
    checkThird("hessian", leaf, Autograd.hessian(DerivativesTest::energy, leaf, o -> o.createGraph(true)));
  }

  @Test void products_ofOneElement_needNoVector() {
    Tensor two = Torch.tensor(new double[] {2});
    assertThat(Autograd.vjp(t -> t.pow(3), two).product().item()).isEqualTo(12.0);
    assertThat(Autograd.jvp(t -> t.pow(3), two).product().item()).isEqualTo(12.0);
    assertThat(Autograd.vhp(t -> t.pow(3), two).product().item()).isEqualTo(12.0);
    assertThat(Autograd.hvp(t -> t.pow(3), two).product().item()).isEqualTo(12.0);
  }

  @Test void derivatives_whereNothingDepends_areZeros() {
    Tensor constant = Torch.ones(2);
    assertThat(Autograd.jacobian(t -> constant, x))
        .isIdenticalTo(Torch.zeros(new long[] {2, 2, 3}, o -> o.dtype(x.dtype())));
    assertThat(Autograd.hvp(t -> t.mul(2).sum(), x, vx).product()).isIdenticalTo(Torch.zerosLike(x));
    List<Tensor> products = Autograd.vjp(in -> in[0].sum(), several, o -> o).products();
    assertThat(products.get(0)).isIdenticalTo(Torch.onesLike(x));
    assertThat(products.get(1)).isIdenticalTo(Torch.zerosLike(y));
  }

  @Test void derivatives_leaveTheirInputsAlone_andWorkWithoutGradMode() {
    Tensor leaf = leaf();
    try (var quiet = Torch.noGrad()) {
      assertThat(Autograd.hessian(DerivativesTest::energy, leaf)).isCloseTo(GOLDEN.tensor("hessian.one"));
      assertThat(Autograd.jvp(DerivativesTest::curve, leaf, vx).product()).isCloseTo(GOLDEN.tensor("jvp.one"));
      assertThat(Autograd.vjp(DerivativesTest::curve, leaf, o -> o.v(GOLDEN.tensor("vo")).createGraph(true)).product()
          .requiresGrad()).isTrue();
      assertThat(Torch.isGradEnabled()).isFalse();
    }
    assertThat(leaf.grad()).isNull();
    assertThat(x.requiresGrad()).isFalse();
  }

  @Test void derivatives_leaveOnlyTheirResultsInTheScope() {
    try (var scope = Scope.open()) {
      Autograd.jacobian(DerivativesTest::curve, x);
      assertThat(scope.size()).isEqualTo(1);
      Autograd.hessian(DerivativesTest::bond, several);
      assertThat(scope.size()).isEqualTo(1 + 4);
      Autograd.hvp(DerivativesTest::bond, several, v);
      assertThat(scope.size()).isEqualTo(5 + 3);
    }
    assertThat(x.isReleased()).isFalse();
  }
}
