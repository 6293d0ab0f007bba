package dev.jtorch.nn.sparse;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.IndexException;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.functional.F;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.SGD;
import dev.jtorch.testing.Row;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static Tensor numbers(long... rows) { return Torch.tensor(rows); }

  private static void refused(ThrowingCallable action, Class<?> type, String message) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(type);
    assertThat(thrown.getMessage()).isEqualTo(message);
  }

  @Test @Row("S4-005") void call_looksRowsUp() {
    var table = new Embedding(5, 3);
    assertThat(table.options().paddingIdx()).isNull();
    assertThat(table.options().maxNorm()).isNull();
    assertThat(table.options().normType()).isEqualTo(2);
    assertThat(table.options().scaleGradByFreq()).isFalse();
    assertThat(table.options().sparse()).isFalse();
    assertThat(table.call(numbers(1, 4))).hasShape(2, 3);
    Tensor vectors = table.call(numbers(0, 1, 2, 3, 4, 0).view(2, 3));
    assertThat(vectors).hasShape(2, 3, 3);
    assertThat(vectors.select(0, 1).select(0, 1).detach()).isIdenticalTo(table.weight.detach().select(0, 4));
    refused(() -> table.call(numbers(5)), IndexException.class, "Embedding: index out of range in self");
    refused(() -> table.call(Torch.ones(2)), DTypeException.class,
        "Embedding: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got"
            + " torch.FloatTensor instead (while checking arguments for embedding)");
  }

  @Test @Row("S4-006") void paddingIdx_getsNoGradient() {
    var table = new Embedding(5, 3, o -> o.paddingIdx(2));
    assertThat(table.weight.detach().select(0, 2)).isIdenticalTo(Torch.zeros(3));
    table.call(numbers(1, 2)).sum().backward();
    assertThat(table.weight.grad().select(0, 2)).isIdenticalTo(Torch.zeros(3));
    assertThat(table.weight.grad().select(0, 1)).isIdenticalTo(Torch.ones(3));
    table.weight.detach().select(0, 2).fill_(7);
    assertThat(table.call(numbers(2)).detach().flatten()).isIdenticalTo(Torch.full(new long[] {3}, 7.0));
    table.resetParameters();
    assertThat(table.weight.detach().select(0, 2)).isIdenticalTo(Torch.zeros(3));
  }

  @Test @Row("S4-006") void paddingIdx_countsFromTheEnd() {
    var table = new Embedding(5, 3, o -> o.paddingIdx(-1));
    assertThat(table.options().paddingIdx()).isEqualTo(4);
    assertThat(table.toString()).isEqualTo("Embedding(5, 3, padding_idx=4)");
    refused(() -> new Embedding(5, 3, o -> o.paddingIdx(5)), IndexException.class,
        "Padding_idx must be within num_embeddings");
    refused(() -> F.embedding(numbers(1), table.weight, o -> o.paddingIdx(-6)), IndexException.class,
        "Padding_idx must be within num_embeddings");
  }

  @Test @Row("S4-007") void maxNorm_shortensWhatIsLookedUp() {
    Tensor vectors = Torch.tensor(new float[][] {{3, 4}, {0.3f, 0.4f}, {6, 8}});
    var table = Embedding.fromPretrained(vectors, false, o -> o.maxNorm(1));
    assertThat(table.call(numbers(0, 1)).detach()).isCloseTo(Torch.tensor(new float[][] {{0.6f, 0.8f}, {0.3f, 0.4f}}));
    assertThat(table.weight.detach())
        .isCloseTo(Torch.tensor(new float[][] {{0.6f, 0.8f}, {0.3f, 0.4f}, {6, 8}}));
    assertThat(table.toString()).isEqualTo("Embedding(3, 2, max_norm=1.0)");
    var manhattan = Embedding.fromPretrained(Torch.tensor(new float[][] {{3, 1}}), true, o -> o.maxNorm(2).normType(1));
    assertThat(manhattan.call(numbers(0)).flatten()).isCloseTo(Torch.tensor(new float[] {1.5f, 0.5f}));
    assertThat(manhattan.toString()).isEqualTo("Embedding(1, 2, max_norm=2.0, norm_type=1.0)");
  }

  @Test @Row("S4-008") void scaleGradByFreq_dividesByTheNumberOfTimes() {
    var table = new Embedding(3, 2, o -> o.scaleGradByFreq(true));
    table.call(numbers(0, 0, 0, 1)).sum().backward();
    assertThat(table.weight.grad()).isCloseTo(Torch.tensor(new float[][] {{1, 1}, {1, 1}, {0, 0}}));
    assertThat(table.toString()).isEqualTo("Embedding(3, 2, scale_grad_by_freq=True)");
  }

  @Test @Row("S4-009") void sparse_givesASparseGradient() {
    Tensor dense = Torch.tensor(new float[][] {{2, 2}, {1, 1}, {0, 0}});
    for (double momentum : new double[] {0, 0.9}) {
      var table = new Embedding(3, 2, o -> o.sparse(true));
      Tensor before = table.weight.detach().clone();
      table.call(numbers(0, 0, 1)).sum().backward();
      assertThat(table.weight.grad().isSparse()).isTrue();
      assertThat(table.weight.grad().toDense()).isIdenticalTo(dense);
      new SGD(List.of(table.weight), o -> o.lr(0.5).momentum(momentum)).step();
      assertThat(table.weight.detach()).isCloseTo(before.sub(dense.mul(0.5)));
      refused(new Adam(List.of(table.weight))::step, TorchException.class,
          "Adam does not support sparse gradients, please consider SparseAdam instead");
    }
    assertThat(dense.isSparse()).isFalse();
    assertThat(dense.toDense()).isSameAs(dense);
    assertThat(new Embedding(3, 2, o -> o.sparse(true)).toString()).isEqualTo("Embedding(3, 2, sparse=True)");
  }

  @Test @Row("S4-010") void weights_areStandardNormal() {
    Torch.manualSeed(0);
    Tensor weight = new Embedding(1000, 50).weight.detach();
    assertThat(weight.mean().item()).isEqualTo(0, within(0.02));
    assertThat(weight.std().item()).isEqualTo(1, within(0.02));
  }

  /** Sparse R-CNN learns its proposals as the rows of a table: centre and size, in shares of the image. */
  @Test @Row("S4-011") void weights_asProposalBoxes() {
    var proposals = new Embedding(3, 4);
    proposals.weight.detach().copy_(Torch.tensor(new float[] {0.5f, 0.5f, 1, 1}));
    Tensor boxes = proposals.weight.clone();
    assertThat(boxes.requiresGrad()).isTrue();
    Tensor centre = boxes.narrow(1, 0, 2);
    Tensor half = boxes.narrow(1, 2, 2).mul(0.5);
    Tensor corners = Torch.cat(List.of(centre.sub(half), centre.add(half)), 1);
    Tensor sizes = Torch.tensor(new float[][] {{640, 480, 640, 480}, {640, 480, 640, 480}});
    Tensor scaled = corners.unsqueeze(0).mul(sizes.unsqueeze(1));
    assertThat(scaled).hasShape(2, 3, 4);
    for (int i = 0; i < 3; i++) {
      assertThat(scaled.detach().select(0, 1).select(0, i)).isCloseTo(Torch.tensor(new float[] {0, 0, 640, 480}));
    }
    scaled.sum().backward();
    assertThat(proposals.weight.grad().ne(0).any().itemBool()).isTrue();
  }

  @Test void fromPretrained_freezes() {
    Tensor vectors = Torch.tensor(new float[][] {{1, 2}, {3, 4}});
    var table = Embedding.fromPretrained(vectors);
    assertThat(table.weight.requiresGrad()).isFalse();
    assertThat(table.call(numbers(1)).flatten()).isIdenticalTo(Torch.tensor(new float[] {3, 4}));
    assertThat(table.numEmbeddings()).isEqualTo(2);
    assertThat(table.embeddingDim()).isEqualTo(2);
    assertThat(Embedding.fromPretrained(vectors, false, o -> o.paddingIdx(0)).weight.requiresGrad()).isTrue();
    assertThat(vectors).isIdenticalTo(Torch.tensor(new float[][] {{1, 2}, {3, 4}}));
    refused(() -> Embedding.fromPretrained(Torch.ones(2)), ShapeException.class,
        "Embeddings parameter is expected to be 2-dimensional");
    assertThat(table.call(numbers(1).to(DType.INT32))).hasShape(1, 2);
  }
}
