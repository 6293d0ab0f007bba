package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.functional.F;
import org.junit.jupiter.api.Test;

class AnomalyModeTest {
  private final Tensor negative = Torch.tensor(-1f).requiresGrad_();

  private static Tensor rootTimesZero(Tensor x) { return x.sqrt().mul(0); }

  @Test void nan_isFoundWithTheJavaLineOfItsForwardCall() {
    try (var anomalies = Autograd.detectAnomaly()) {
      assertThat(Autograd.isAnomalyEnabled()).isTrue();
      Tensor loss = rootTimesZero(negative);
      Throwable failure = catchThrowable(loss::backward);
      assertThat(failure).isInstanceOf(TorchException.class)
          .hasMessage("Function 'SqrtBackward0' returned nan values in its 0th output.");
      assertThat(failure.getSuppressed()).singleElement().satisfies(call -> {
        assertThat(call).hasMessage("forward call of SqrtBackward0");
        assertThat(call.getStackTrace()[0].getMethodName()).isEqualTo("rootTimesZero");
        assertThat(call.getStackTrace()[0].getFileName()).isEqualTo("AnomalyModeTest.java");
      });
    }
    assertThat(Autograd.isAnomalyEnabled()).isFalse();
    rootTimesZero(negative).backward();
    assertThat((float) negative.grad().item()).isNaN();
  }

  @Test void changeInPlace_isExplained() {
    try (var anomalies = Autograd.detectAnomaly()) {
      Tensor y = Torch.ones(2).requiresGrad_().mul(1).exp();
      y.add_(1);
      Throwable failure = catchThrowable(() -> y.sum().backward());
      assertThat(failure)
          .hasMessage("one of the variables needed for gradient computation has been modified by an inplace"
              + " operation: [torch.FloatTensor [2]], which is output 0 of ExpBackward0, is at version 1; expected version 0"
              + " instead. Hint: the backtrace further above shows the operation that failed to compute its gradient. The"
              + " variable in question was changed in there or anywhere later. Good luck!");
      assertThat(failure.getSuppressed()[0]).hasMessage("forward call of ExpBackward0");
    }
  }

  @Test void withoutNanCheck_onlyErrorsAreFound() {
    try (var anomalies = Autograd.detectAnomaly(false)) {
      rootTimesZero(negative).backward();
      assertThat((float) negative.grad().item()).isNaN();
    }
  }

  @Test void customFunction_isNamed() {
    class Half extends Function {
      @Override protected Tensor forward(FunctionContext ctx, Tensor... in) { return in[0].div(2); }

      @Override protected Tensor[] backward(FunctionContext ctx, Tensor... grads) {
        return new Tensor[] {grads[0].mul(Double.NaN)};
      }
    }
    try (var anomalies = Autograd.detectAnomaly()) {
      Tensor y = new Half().apply(negative);
      assertThatThrownBy(y::backward).hasMessage("Function 'HalfBackward' returned nan values in its 0th output.");
    }
  }

  @Test void goodPass_isNotDisturbed() {
    Tensor x = Torch.ones(2, 3).requiresGrad_();
    try (var anomalies = Autograd.setDetectAnomaly(true); var off = Autograd.setDetectAnomaly(false)) {
      assertThat(Autograd.isAnomalyEnabled()).isFalse();
    }
    try (var anomalies = Autograd.detectAnomaly()) {
      F.relu(x.mul(2)).sum().backward();
    }
    assertThat((float) x.grad().sum().item()).isEqualTo(12);
  }
}
