package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

/** The reductions as the specification tells them, on its own example. */
class ReductionRowsTest {
  private final Tensor y = Torch.tensor(new float[][] {{1, 2, 3, 4}, {4, 4, 1, 1}});

  @Row("S4-160")
  @Test void dimensions_areAggregatedAway() {
    assertThat(y.sum(1).shape()).isEqualTo(Size.of(2));
    assertThat(y.sum(1, true).shape()).isEqualTo(Size.of(2, 1));
    assertThat(y.sum(1, true).toFloatArray()).containsExactly(10, 10);
    assertThat(y.sum(0, 1).item()).isEqualTo(20.0);
    assertThat(y.sum(-1).equal(y.sum(1))).isTrue();
    assertThat(y.sum().shape()).isEqualTo(Size.of());
    assertThatThrownBy(() -> y.sum(2)).isInstanceOf(IndexException.class)
        .hasMessage("Dimension out of range (expected to be in range of [-2, 1], but got 2)");
  }

  @Row("S4-161")
  @Test void mean_needsFloatingInput() {
    assertThat(y.mean().item()).isEqualTo(2.5);
    assertThat(Torch.tensor(new int[] {1, 2}).sum().dtype()).isEqualTo(DType.INT64);
    assertThatThrownBy(() -> Torch.tensor(new int[] {1, 2}).mean()).isInstanceOf(DTypeException.class)
        .hasMessage(
            "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype."
                + " Got: Int");
  }

  @Row("S4-162")
  @Test void median_isTheLowerMiddle() {
    assertThat(y.median().item()).isEqualTo(2.0);
    assertThat(y.median(1).values().toFloatArray()).containsExactly(2, 1);
    assertThat(Torch.tensor(new float[] {1, 2, 3, 4}).median().item()).isEqualTo(2.0);
    assertThat(Torch.tensor(new float[] {1, Float.NaN, 3}).median().item()).isNaN();
  }

  @Row("S4-163")
  @Test void mode_isTheSmallestOfTheMostFrequent() {
    ValuesIndices mode = y.mode();
    assertThat(mode.values().toFloatArray()).containsExactly(1, 1);
    // which of equal elements the index names is not defined
    assertThat(y.takeAlongDim(mode.indices().unsqueeze(1), 1).flatten().toFloatArray()).containsExactly(1, 1);
  }

  @Row("S4-164")
  @Test void norm_ofAnyOrder() {
    assertThat(y.norm().item()).isEqualTo(8.0);
    assertThat(y.norm(1, 1).toFloatArray()).containsExactly(10, 10);
    assertThat(y.norm(Double.POSITIVE_INFINITY).item()).isEqualTo(4.0);
    assertThat(y.norm(0).item()).isEqualTo(8.0);
    Tensor first = Torch.tensor(new float[] {1, 2, 3, 4});
    Tensor second = Torch.tensor(new float[] {4, 4, 1, 1});
    assertThat(first.dist(second).item()).isCloseTo(5.0990, within(5e-5));
    assertThat(first.dist(second, 1).item()).isEqualTo(10.0);
  }

  @Row("S4-165")
  @Test void std_isUnbiasedUnlessSaidOtherwise() {
    assertThat(y.std().item()).isCloseTo(1.4142, within(5e-5));
    assertThat(y.var(0).toFloatArray()).containsExactly(4.5f, 2, 2, 4.5f);
    assertThat(y.var(0, false).toFloatArray()).containsExactly(2.25f, 1, 1, 2.25f);
    assertThat(y.var(o -> o.dim(0).correction(0)).toFloatArray()).containsExactly(2.25f, 1, 1, 2.25f);
    assertThat(Torch.tensor(new float[] {3}).std().item()).isNaN();
  }

  @Row("S4-166")
  @Test void cumsum_keepsTheShape() {
    assertThat(y.cumsum(1).shape()).isEqualTo(y.shape());
    assertThat(y.cumsum(1).toFloatArray()).containsExactly(1, 3, 6, 10, 4, 8, 9, 10);
    assertThat(y.cumprod(1).toFloatArray()).containsExactly(1, 2, 6, 24, 4, 16, 16, 16);
  }

  @Row("S4-167")
  @Test void numel_countsElements() {
    assertThat(y.numel()).isEqualTo(8);
    assertThat(Torch.tensor(3).numel()).isEqualTo(1);
    assertThat(Torch.tensor(new float[0]).numel()).isZero();
  }
}
