package dev.jtorch.nn.norm;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Parameter;
import dev.jtorch.testing.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchNormTest {
  private static final Tensor X = Torch.arange(8.0).view(2, 1, 2, 2).keepForever();

  @Test @Row("S4-047") void training_updatesTheRunningStatistics() {
    var bn = new BatchNorm2d(1);
    bn.call(X);
    assertThat(bn.runningMean.item()).isEqualTo(0.35, within(1e-6));
    assertThat(bn.runningVar.item()).isEqualTo(1.5, within(1e-6));
    assertThat(bn.numBatchesTracked.itemLong()).isEqualTo(1);
    bn.eval();
    assertThat(bn.call(X).flatten().narrow(0, 0, 2)).isCloseTo(Torch.tensor(new float[] {-0.28577f, 0.53073f}));
    assertThat(bn.numBatchesTracked.itemLong()).isEqualTo(1);
  }

  @Test @Row("S4-047") void training_ofTheFixture() {
    Tensor x = Torch.arange(16.0).view(2, 2, 2, 2);
    Tensor y = new BatchNorm2d(2).call(x);
    assertThat(y.select(0, 0).select(0, 0).flatten())
        .isCloseTo(Torch.tensor(new float[] {-1.32424f, -1.08347f, -0.84270f, -0.60193f}));
    assertThat(y.select(0, 1).select(0, 1).flatten())
        .isCloseTo(Torch.tensor(new float[] {0.60193f, 0.84270f, 1.08347f, 1.32424f}));
  }

  @Test @Row("S4-047") void cumulativeAverage_isTheMeanOverBatches() {
    var bn = new BatchNorm2d(1, o -> o.cumulativeAverage());
    bn.call(X);
    bn.call(X.add(1));
    assertThat(bn.runningMean.item()).isEqualTo(4, within(1e-6));
    assertThat(bn.runningVar.item()).isEqualTo(6, within(1e-6));
  }

  @Test @Row("S4-048") void sample_dependsOnItsBatch_inTrainingOnly() {
    var bn = new BatchNorm2d(1);
    Tensor other = Torch.cat(List.of(X.narrow(0, 0, 1), X.narrow(0, 1, 1).mul(3)), 0);
    assertThat(first(bn.call(X)).equal(first(bn.call(other)))).isFalse();
    bn.eval();
    assertThat(first(bn.call(X)).equal(first(bn.call(other)))).isTrue();
  }

  private static Tensor first(Tensor batch) { return batch.narrow(0, 0, 1); }

  @Test @Row("S2-004") void resetParameters_keepsTheObjects() {
    var bn = new BatchNorm2d(1);
    Parameter weight = bn.weight;
    bn.call(X);
    weight.data().fill_(3);
    bn.resetParameters();
    assertThat(bn.weight).isSameAs(weight);
    assertThat(weight).isIdenticalTo(Torch.ones(1));
    assertThat(bn.runningMean).isIdenticalTo(Torch.zeros(1));
    assertThat(bn.runningVar).isIdenticalTo(Torch.ones(1));
    assertThat(bn.numBatchesTracked.itemLong()).isZero();
  }

  @Test void options_ofALivingLayer() {
    var bn = new BatchNorm2d(1);
    bn.options(o -> o.momentum(1).eps(1e-3));
    bn.call(X);
    assertThat(bn.runningMean.item()).isEqualTo(3.5, within(1e-6));
    assertThat(bn.toString())
        .isEqualTo("BatchNorm2d(1, eps=0.001, momentum=1.0, affine=True, track_running_stats=True)");
  }

  @Test void dtypeMove_leavesTheCountAlone() {
    var bn = new BatchNorm2d(1);
    bn.toDouble();
    assertThat(bn.numBatchesTracked.dtype()).isEqualTo(DType.INT64);
    assertThat(bn.runningMean.dtype()).isEqualTo(DType.FLOAT64);
  }

  @Test void state_ofOldFiles_hasNoCount() {
    var bn = new BatchNorm2d(1);
    bn.call(X);
    var fresh = new BatchNorm2d(1);
    fresh.loadStateDict(bn.stateDict().filter(key -> !key.equals("num_batches_tracked")));
    assertThat(fresh.runningMean).isIdenticalTo(bn.runningMean);
    assertThat(fresh.numBatchesTracked.itemLong()).isZero();
    assertThatThrownBy(() -> fresh.loadStateDict(bn.stateDict().filter(key -> !key.equals("running_var"))))
        .hasMessage("BatchNorm2d: 1 missing key: running_var");
  }
}
