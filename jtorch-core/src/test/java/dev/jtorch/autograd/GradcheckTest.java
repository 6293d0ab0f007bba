package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Index;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GradcheckTest {
  private final Tensor x = Torch.tensor(new double[] {1, 2}).requiresGrad_();
  private final Tensor y = Torch.tensor(new double[] {3, 4}).requiresGrad_();
  private final Tensor z =
      complex(Torch.tensor(new double[] {1, 3}), Torch.tensor(new double[] {2, -1})).requiresGrad_();

  /** x³, with the gradient of 3x. */
  private static Tensor wrong(Tensor x) {
    Tensor claimed = x.mul(3);
    return claimed.add(x.pow(3).sub(claimed).detach());
  }

  private static Tensor complex(Tensor real, Tensor imag) {
    return Torch.viewAsComplex(Torch.stack(List.of(real, imag), -1));
  }

  private static void fails(ThrowingCallable check, String message) {
    assertThatThrownBy(check).isInstanceOf(GradcheckException.class).hasMessage(message);
  }

  private static void refused(ThrowingCallable check, String message) {
    assertThatThrownBy(check).isInstanceOf(TorchException.class).isNotInstanceOf(GradcheckException.class)
        .hasMessage(message);
  }

  @Test void gradcheck_rightGradients() {
    assertThat(Autograd.gradcheck(in -> in[0].pow(2), x)).isTrue();
    assertThat(Autograd.gradcheck(in -> new Tensor[] {in[0].mul(in[1]), in[0].add(in[1])}, x, y)).isTrue();
    assertThat(Autograd.gradcheck(in -> in[0].mul(2), x, y)).as("an unused input").isTrue();
    assertThat(Autograd.gradcheck(in -> List.of(in[0].mul(2), Torch.tensor(new long[] {1, 2})), x)).isTrue();
    assertThat(Autograd.gradcheck(in -> List.of(in[0].detach(), in[0].mul(2)), x)).isTrue();
    assertThat(Autograd.gradcheck(in -> in[0].mul(2), Torch.zeros(new long[] {0}, o -> o.dtype(DType.FLOAT64))
        .requiresGrad_())).isTrue();
    assertThat(
        Autograd.gradcheck(in -> in[0].t().matmul(in[0]), List.of(Torch.randn(2, 3).toDouble().t().requiresGrad_()),
            o -> o.checkGradDtypes(true)))
        .isTrue();
  }

  @Test void gradcheck_complex() {
    assertThat(Autograd.gradcheck(in -> in[0].mul(in[0]), z)).isTrue();
    assertThat(Autograd.gradcheck(in -> in[0].abs(), z)).isTrue();
    assertThat(Autograd.gradcheck(in -> complex(in[0], in[0].mul(2)).pow(2), x)).isTrue();
    fails(() -> Autograd.gradcheck(in -> in[0].mul(3).add(in[0].mul(in[0]).sub(in[0].mul(3)).detach()), z), """
        While considering the imaginary part of complex outputs only, Jacobian mismatch for output 0 with respect to input 0,
        numerical:tensor([[ 4.0000+2.0000j,  0.0000+0.0000j],
                [ 0.0000+0.0000j, -2.0000+6.0000j]], dtype=torch.complex128)
        analytical:tensor([[0.+3.j, 0.+0.j],
                [0.+0.j, 0.+3.j]], dtype=torch.complex128)
        """);
  }

  @Test void gradcheck_wrongGradients() {
    fails(() -> Autograd.gradcheck(in -> wrong(in[0]), x), """
        Jacobian mismatch for output 0 with respect to input 0,
        numerical:tensor([[ 3.0000,  0.0000],
                [ 0.0000, 12.0000]], dtype=torch.float64)
        analytical:tensor([[3., 0.],
                [0., 3.]], dtype=torch.float64)
        """);
    fails(() -> Autograd.gradcheck(in -> List.of(in[0].mul(in[1]), in[0].mul(in[1]).add(in[1].pow(2).detach())), x, y),
        """
            Jacobian mismatch for output 1 with respect to input 1,
            numerical:tensor([[ 7.0000,  0.0000],
                    [ 0.0000, 10.0000]], dtype=torch.float64)
            analytical:tensor([[1., 0.],
                    [0., 2.]], dtype=torch.float64)
            """);
    assertThat(Autograd.gradcheck(in -> wrong(in[0]), List.of(x), o -> o.raiseException(false))).isFalse();
    assertThat(Autograd.gradcheck(in -> wrong(in[0]), List.of(x), o -> o.atol(10))).isTrue();
    assertThat(Autograd.gradcheck(in -> wrong(in[0]), List.of(x), o -> o.rtol(1))).isTrue();
  }

  /** The kink of relu, where both differences are right by half. */
  @Test void gradcheck_atAKink() {
    fails(() -> Autograd.gradcheck(in -> in[0].relu(), Torch.tensor(new double[] {0}).requiresGrad_()), """
        Jacobian mismatch for output 0 with respect to input 0,
        numerical:tensor([[0.5000]], dtype=torch.float64)
        analytical:tensor([[0.]], dtype=torch.float64)
        """);
  }

  @Test void gradcheck_withoutDifferentiableOutput() {
    assertThat(Autograd.gradcheck(in -> Torch.ones(2), x)).isTrue();
    fails(() -> Autograd.gradcheck(in -> in[0].pow(2).detach(), x),
        "Numerical gradient for function expected to be zero");
  }

  @Test void gradcheck_singlePrecision_needsCoarserOptions() {
    Tensor single = Torch.tensor(new float[] {1, 2}).requiresGrad_();
    assertThat(Autograd.gradcheck(in -> in[0].pow(2), List.of(single), o -> o.raiseException(false))).isFalse();
    assertThat(Autograd.gradcheck(in -> in[0].pow(2), List.of(single), o -> o.eps(1e-2).atol(1e-2))).isTrue();
  }

  @Test void gradcheck_inputsThatCannotBeChecked() {
    refused(() -> Autograd.gradcheck(in -> in[0].pow(2), Torch.ones(2)),
        "gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.");
    refused(() -> Autograd.gradcheck(in -> in[0].pow(2), Torch.ones(1).toDouble().expand(3).requiresGrad_()),
        "The 0th input has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping to be able to"
            + " compute the numerical gradients correctly. You should call .contiguous on the input before passing it to"
            + " gradcheck.");
  }

  @Test void gradcheck_outputChangesItsForm() {
    refused(
        () -> Autograd.gradcheck(in -> x.get(0).item() <= 1 ? in[0] : in[0].get(Index.slice(0, 1)), x),
        "Expected `func` to return outputs with the same shape when inputs are perturbed on index (0,) by 1e-06, but got:"
            + " shapes torch.Size([2]) and torch.Size([1]).");
    refused(() -> Autograd.gradcheck(in -> x.get(0).item() <= 1 ? in[0].mul(1) : in[0].toFloat(), x),
        "Expected `func` to return outputs with the same dtype when inputs are perturbed on index (0,) by 1e-06, but got:"
            + " dtypes torch.float64 and torch.float32.");
    assertThat(x.detach().toDoubleArray()).as("moved elements are put back").containsExactly(1, 2);
  }

  @Test void gradcheck_leavesNothingBehind() {
    try (var scope = Scope.open()) {
      Autograd.gradcheck(in -> in[0].pow(2).mul(in[1]), x, y);
      assertThat(scope.size()).isZero();
    }
    assertThat(x.grad()).isNull();
    assertThat(x.version()).isZero();
  }

  @Test void gradgradcheck_rightGradients() {
    assertThat(Autograd.gradgradcheck(in -> in[0].pow(3), x)).isTrue();
    assertThat(Autograd.gradgradcheck(in -> in[0].mul(in[1]).sin(), x, y)).isTrue();
    assertThat(Autograd.gradgradcheck(in -> in[0].mul(2), x)).isTrue();
    assertThat(Autograd.gradgradcheck(in -> in[0].pow(3), z)).isTrue();
    Tensor seed = Torch.tensor(new double[] {1, 2}).requiresGrad_();
    assertThat(Autograd.gradgradcheck(in -> in[0].pow(2), List.of(x),
        o -> o.gradOutputs(List.of(seed)).check(c -> c.eps(1e-5)))).isTrue();
    assertThat(Autograd.gradgradcheck(in -> in[0].pow(2), List.of(x), o -> o.genNonContigGradOutputs(true))).isTrue();
  }

  @Test void gradgradcheck_wrongGradients() {
    Tensor seed = Torch.tensor(new double[] {1, 2}).requiresGrad_();
    fails(() -> Autograd.gradgradcheck(in -> in[0].pow(2).add(in[0].detach().mul(in[0]).mul(3)), List.of(x),
        o -> o.gradOutputs(List.of(seed))), """
            Jacobian mismatch for output 0 with respect to input 0,
            numerical:tensor([[ 5.0000,  0.0000],
                    [ 0.0000, 10.0000]], dtype=torch.float64)
            analytical:tensor([[2., 0.],
                    [0., 4.]], dtype=torch.float64)
            """);
  }

  @Test void absentGradient_isNoGradient() {
    assertThat(SeedChecks.withoutGradient(x.mul(2)).requiresGrad()).isTrue();
    for (Tensor leaf : List.of(x, z)) {
      Tensor absent = SeedChecks.withoutGradient(leaf);
      assertThat(Autograd.grad(absent, List.of(leaf), o -> o.gradOutputs(Torch.zerosLike(absent)).allowUnused(true)))
          .containsExactly((Tensor) null);
    }
  }
}
