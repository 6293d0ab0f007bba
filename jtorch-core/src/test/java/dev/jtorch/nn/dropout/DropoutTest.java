package dev.jtorch.nn.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private final Tensor ones = Torch.ones(1000);

  @Test @Row("S1-017") void training_keepsTheMean() {
    Torch.manualSeed(0);
    Tensor output = new Dropout().call(ones);
    assertThat(output.eq(0).logicalOr(output.eq(2)).all().itemBool()).isTrue();
    assertThat(output.mean().item()).isEqualTo(1, within(0.1));
  }

  @Test @Row("S1-017") void evaluation_returnsTheInput() {
    var dropout = new Dropout();
    dropout.eval();
    assertThat(dropout.call(ones)).isSameAs(ones);
  }

  @Test void channels_goAsAWhole() {
    Torch.manualSeed(0);
    Tensor output = new Dropout2d().call(Torch.ones(10, 20, 3, 4)).flatten(2);
    assertThat(output.eq(output.select(2, 0).unsqueeze(2)).all().itemBool()).isTrue();
    assertThat(output.mean().item()).isEqualTo(1, within(0.2));
  }

  @Test void alphaDropout_keepsMeanAndVariance() {
    Torch.manualSeed(0);
    Tensor x = Torch.randn(20_000);
    Tensor output = F.alphaDropout(x, 0.4, true);
    assertThat(output.mean().item()).isEqualTo(0, within(0.05));
    assertThat(output.var().item()).isEqualTo(1, within(0.05));
    Torch.manualSeed(0);
    Tensor overwritten = Torch.randn(20_000);
    assertThat(F.alphaDropout_(overwritten, 0.4, true)).isSameAs(overwritten);
    assertThat(overwritten.equal(output)).isTrue();
  }

  @Test void featureAlphaDropout_inPlace() {
    Torch.manualSeed(0);
    Tensor output = F.featureAlphaDropout(Torch.ones(5, 6, 2), 0.4, true);
    Torch.manualSeed(0);
    assertThat(F.featureAlphaDropout_(Torch.ones(5, 6, 2), 0.4, true).equal(output)).isTrue();
  }

  @Test void options_ofALivingLayer() {
    var dropout = new Dropout(0.1);
    dropout.options(o -> o.p(1));
    assertThat(dropout.call(ones).sum().item()).isZero();
    assertThat(dropout.toString()).isEqualTo("Dropout(p=1.0, inplace=False)");
    assertThat(dropout.options().inplace()).isFalse();
  }
}
