package dev.jtorch.nn.functional;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One row times a matrix, which goes another way where no gradient is recorded. */
class RowProductTest {
  private final Tensor weight = Torch.randn(5, 7);
  private final Tensor bias = Torch.randn(5);

  private static Tensor quiet(Tensor input, Tensor weight, Tensor bias) {
    return Torch.noGrad(() -> F.linear(input, weight, bias));
  }

  @ParameterizedTest
  @EnumSource(value = DType.class, names = {"FLOAT32", "FLOAT64"}) void oneRow_isThatOfTheGraph(DType dtype) {
    Tensor w = weight.to(dtype);
    Tensor b = bias.to(dtype);
    for (Tensor x : new Tensor[] {Torch.randn(1, 7).to(dtype), Torch.randn(7).to(dtype),
      Torch.randn(7, 1).to(dtype).t()}) {
      assertThat(quiet(x, w, b)).isCloseTo(F.linear(x, w, b));
      assertThat(quiet(x, w, null)).isCloseTo(F.linear(x, w, null));
      assertThat(quiet(x, w.t().contiguous().t(), b)).isCloseTo(F.linear(x, w, b));
    }
  }

  @Test void oneRow_isAMatrixLikeAnyOther() {
    Tensor row = quiet(Torch.randn(1, 7), weight, bias);
    assertThat(row).hasShape(1, 5);
    assertThat(row.stride()).containsExactly(5L, 1L);
    assertThat(row.isContiguous()).isTrue();
    row.requiresGrad_().mul(2).sum().backward();
    assertThat(row.grad()).isCloseTo(Torch.full(new long[] {1, 5}, 2f));
  }

  @Test void otherForms_goTheirOwnWay() {
    Tensor x = Torch.randn(1, 1, 7);
    assertThat(quiet(x, weight, bias)).isCloseTo(F.linear(x, weight, bias));
    Tensor half = Torch.randn(1, 7).toBFloat16();
    assertThat(quiet(half, weight.toBFloat16(), bias.toBFloat16()))
        .isCloseTo(F.linear(half, weight.toBFloat16(), bias.toBFloat16()));
  }

  @Test void errors_areTheSame() {
    for (Tensor[] wrong : new Tensor[][] {{Torch.randn(1, 6), weight, bias},
      {Torch.randn(1, 7).toDouble(), weight, bias},
      {Torch.randn(1, 7), weight, Torch.randn(4)}}) {
      String message = message(() -> F.linear(wrong[0], wrong[1], wrong[2]));
      assertThatThrownBy(() -> quiet(wrong[0], wrong[1], wrong[2])).isInstanceOf(TorchException.class)
          .hasMessage(message);
    }
  }

  private static String message(Runnable failing) {
    try {
      failing.run();
    } catch (TorchException e) {
      return e.getMessage();
    }
    throw new AssertionError("no exception");
  }
}
