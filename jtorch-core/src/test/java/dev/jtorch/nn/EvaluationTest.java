package dev.jtorch.nn;

import static dev.jtorch.testing.Eventually.collect;
import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Validation and training: what the modes switch, what gradients cost, and what each leaves alone. */
class EvaluationTest {
  private static final int BATCHES = 100;

  private final Sequential net = new Sequential(new Linear(4, 8), new BatchNorm1d(8), new ReLU(), new Dropout(0.5),
      new Linear(8, 2));
  private final BatchNorm1d norm = net.getModule("1", BatchNorm1d.class);

  @Row("S4-227")
  @Test void validation_withoutGradients_isFlat() {
    net.eval();
    Supplier<Number> validate = () -> {
      try (var batch = Scope.open(); var quiet = Torch.noGrad()) {
        Tensor output = net.call(Torch.ones(3, 4));
        assertThat(output.gradFn()).isNull();
        return output.sum().item();
      }
    };
    validate.get(); // makes what is kept for ever, such as numbers as tensors
    long before = collect();
    for (int i = 0; i < BATCHES; i++) {
      assertThat(validate.get()).isNotNull();
      assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(before);
    }
  }

  @Row("S4-227")
  @Test void validation_withGradients_keepsAGraphForEachBatch() {
    net.eval();
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) outputs.add(net.call(Torch.ones(3, 4)));
    assertThat(outputs).allMatch(output -> output.gradFn() != null); // and so the whole graph behind it
    long kept = MemoryStats.now().liveTensors();
    outputs.forEach(Tensor::close);
    assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(kept - BATCHES);
  }

  @Row("S4-109")
  @Test void eval_withoutNoGrad_stillBuildsAGraph() {
    net.eval();
    Tensor x = Torch.randn(3, 4);
    Tensor before = norm.runningMean.clone();
    Tensor output = net.call(x);
    assertThat(output.gradFn()).isNotNull();
    assertThat(norm.runningMean).isIdenticalTo(before);
    assertThat(net.call(x)).isIdenticalTo(output);
  }

  @Row("S4-109")
  @Test void noGrad_withoutEval_stillUpdatesAndDrops() {
    net.train();
    try (var quiet = Torch.noGrad()) {
      Tensor output = net.call(Torch.randn(3, 4));
      assertThat(output.gradFn()).isNull();
      assertThat(norm.numBatchesTracked.itemLong()).isOne();
      assertThat(norm.runningMean.equal(Torch.zeros(8))).isFalse();
      Tensor ones = Torch.ones(1000);
      assertThat(net.getModule("3", Dropout.class).call(ones).ne(ones).all().itemLong()).isOne(); // 0 or 2
    }
  }

  @Row("S4-109")
  @Test void modes_runNothing_andChangeNoValues() {
    Tensor weight = norm.weight.detach().clone();
    Tensor bias = norm.bias.detach().clone();
    net.call(Torch.randn(3, 4));
    long seen = norm.numBatchesTracked.itemLong();
    net.eval();
    net.train();
    assertThat(norm.numBatchesTracked.itemLong()).isEqualTo(seen);
    // gamma and beta are the same in both phases; the statistics that are used differ
    Tensor x = Torch.randn(3, 8);
    Tensor byBatch = norm.call(x);
    norm.eval();
    Tensor byRunning = norm.call(x);
    assertThat(norm.weight).isIdenticalTo(weight);
    assertThat(norm.bias).isIdenticalTo(bias);
    assertThat(byBatch.equal(byRunning)).isFalse();
  }
}
