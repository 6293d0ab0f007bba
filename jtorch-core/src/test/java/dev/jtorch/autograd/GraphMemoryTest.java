package dev.jtorch.autograd;

import static dev.jtorch.testing.Eventually.collect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Malloc;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a graph holds, seen in native memory. */
class GraphMemoryTest {
  private static final int DEPTH = 6;
  /** Big enough for the C library to ask the system for it and to give it back, whatever was freed before. */
  private static final long ACTIVATION = 40L << 20;
  /** Every product saves its factors; the sum needs nothing of the last. */
  private static final long ALL = (DEPTH - 1) * ACTIVATION;

  private final Tensor x = Torch.zeros(ACTIVATION / Float.BYTES).requiresGrad_();
  private long before;

  @BeforeEach void look() {
    x.detach().fill_(1); // so that its pages are there
    collect(); // so that nothing else is freed meanwhile
    before = Malloc.nativeBytes();
  }

  @AfterEach void free() { x.close(); }

  /** A loss over activations that only its graph holds. */
  private Tensor loss() {
    try (var scope = Scope.open()) {
      Tensor h = x;
      for (int i = 0; i < DEPTH; i++) h = h.mul(x);
      return h.sum().keep();
    }
  }

  private long held() { return Malloc.nativeBytes() - before; }

  @Row("S4-206")
  @Test void backward_freesSavedActivations() {
    Tensor loss = loss();
    assertThat(held()).as("after forward").isGreaterThan(ALL - ACTIVATION);
    loss.backward(o -> o.retainGraph(true));
    assertThat(held()).as("retained").isGreaterThan(ALL - ACTIVATION);
    x.grad(null);
    loss.backward();
    x.grad(null);
    assertThat(held()).as("after backward").isLessThan(ALL / 2);
    loss.close();
  }

  @Row("S4-107")
  @Test void noGrad_holdsNoActivations() {
    try (var quiet = Torch.noGrad()) {
      loss().close();
    }
    assertThat(held()).isLessThan(ALL / 2);
    Tensor loss = Torch.noGrad(this::loss);
    assertThat(held()).isLessThan(ALL / 2);
    loss.close();
  }
}
