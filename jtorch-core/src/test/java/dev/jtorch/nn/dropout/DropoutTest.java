package dev.jtorch.nn.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private final Tensor ones = Torch.ones(1000);

  @Test @Row("S1-017") void training_keepsTheMean() {
    Torch.manualSeed(0);
    Tensor output = new Dropout().call(ones);
    assertThat(output.eq(0).logicalOr(output.eq(2)).all().itemBoolean()).isTrue();
    assertThat(output.mean().itemDouble()).isEqualTo(1, within(0.1));
  }

  @Test @Row("S1-017") void evaluation_returnsTheInput() {
    var dropout = new Dropout();
    dropout.eval();
    assertThat(dropout.call(ones)).isSameAs(ones);
  }

  @Test void options_ofALivingLayer() {
    var dropout = new Dropout(0.1);
    dropout.options(o -> o.p(1));
    assertThat(dropout.call(ones).sum().itemDouble()).isZero();
    assertThat(dropout.toString()).isEqualTo("Dropout(p=1.0, inplace=False)");
    assertThat(dropout.options().inplace()).isFalse();
  }
}
