package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

/** What the table of golden calls cannot say. */
class OperatorResultsTest {
  @Test void valuesIndices_printBothTensors() {
    ValuesIndices max = Torch.tensor(new float[][] {{1, 3}, {4, 2}}).max(1);
    assertThat(max).hasToString("(\nvalues=tensor([3., 4.]),\nindices=tensor([1, 0]))");
  }

  @Test void minMax_printsBothTensors() {
    MinMax ends = Torch.tensor(new int[] {3, 1, 2}).aminmax();
    assertThat(ends).hasToString("(\nmin=tensor(1, dtype=torch.int32),\nmax=tensor(3, dtype=torch.int32))");
  }

  /** Python refuses it on a tensor that takes part in gradients. */
  @Test void ldexp_inPlace() {
    Tensor x = Torch.tensor(new float[] {1, 3});
    assertThat(x.ldexp_(Torch.tensor(new int[] {2, -1}))).isSameAs(x);
    assertThat(x.toFloatArray()).containsExactly(4, 1.5f);
  }

  @Test void numbers_keepTheirKind() {
    Tensor x = Torch.tensor(new int[] {7});
    assertThat(x.add(2L).dtype()).isEqualTo(DType.INT32);
    assertThat(x.add((short) 2).dtype()).isEqualTo(DType.INT32);
    assertThat(x.add(2f).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(x.mul(Complex.of(0, 1)).dtype()).isEqualTo(DType.COMPLEX64);
  }

  @Test void inPlace_leavesThatRequireGradAreRefused() {
    Tensor leaf = Torch.ones(2).requiresGrad_();
    assertThatThrownBy(() -> leaf.add_(1)).isInstanceOf(TorchException.class)
        .hasMessage("a leaf Variable that requires grad is being used in an in-place operation.");
  }

  /** LibTorch spares the storage of some gradients that are 0 throughout. */
  @Test void gradients_withoutStorageAreReadAsZeros() {
    Tensor x = Torch.ones(2).requiresGrad_();
    x.sgn().sum().backward();
    assertThat(x.grad().toFloatArray()).containsExactly(0, 0);
  }

  @Row("S4-034")
  @Test void detection_operatorsChain() {
    Tensor boxes = Torch.tensor(new float[][] {{0.5f, 2, -3}, {4, Float.POSITIVE_INFINITY, 1}});
    Tensor finite = boxes.isfinite().all(1);
    assertThat(finite.toBooleanArray()).containsExactly(true, false);
    assertThat(boxes.max(1).indices().toLongArray()).containsExactly(1, 1);
    assertThat(boxes.clampMin(0).min(Torch.tensor(1.0f)).toFloatArray()).containsExactly(0.5f, 1, 0, 1, 1, 1);
    Tensor scores = Torch.tensor(new float[] {0, 0});
    assertThat(scores.sigmoid_().mul_(2).toFloatArray()).containsExactly(1, 1);
  }
}
