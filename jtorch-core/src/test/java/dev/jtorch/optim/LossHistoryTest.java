package dev.jtorch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.TorchException;
import dev.jtorch.optim.LossHistory.Axis;
import dev.jtorch.testing.Row;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LossHistoryTest {
  private long now;
  private final LossHistory history = new LossHistory(() -> now);

  private void step(int epoch, double loss, long images) {
    now += 500_000_000;
    history.add(epoch, loss, images);
  }

  /** Two epochs of ten images in batches of four. */
  private void train() {
    step(1, 3, 4);
    step(1, 2, 4);
    step(1, 1, 2);
    step(2, 1, 4);
    step(2, 0.5, 4);
    step(2, 0.25, 2);
  }

  @Test @Row("S4-254") void losses_haveFourAxes() {
    train();
    assertThat(history.positions(Axis.ITERATION)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(history.positions(Axis.IMAGES)).containsExactly(4, 8, 10, 14, 18, 20);
    assertThat(history.positions(Axis.SECONDS)).containsExactly(0.5, 1, 1.5, 2, 2.5, 3);
    assertThat(history.losses(Axis.SECONDS)).containsExactly(3, 2, 1, 1, 0.5, 0.25);
    assertThat(history.positions(Axis.EPOCH)).containsExactly(1, 2);
    assertThat(history.losses(Axis.EPOCH)).containsExactly((3 * 4 + 2 * 4 + 1 * 2) / 10.0, (4 + 2 + 0.5) / 10);
    assertThat(history.endOf(1, Axis.IMAGES)).isEqualTo(10);
    assertThat(history.endOf(2, Axis.ITERATION)).isEqualTo(6);
  }

  @Test @Row("S4-254") void csv_hasALineForEachLoss() {
    step(1, 2, 4);
    step(1, 1, 2);
    assertThat(history.toCsv()).isEqualTo("""
        epoch,iteration,images,seconds,loss
        1,1,4,0.500,2.000000
        1,2,6,1.000,1.000000
        """);
  }

  @Test void state_goesOnWithoutThePause() {
    train();
    now += 1_000_000_000_000L;
    var resumed = new LossHistory(() -> now);
    resumed.loadStateDict(history.stateDict());
    assertThat(resumed.steps()).isEqualTo(history.steps());
    now += 250_000_000;
    resumed.add(3, 0.125, 4);
    assertThat(resumed.steps().get(6)).isEqualTo(new LossHistory.Step(3, 7, 24, 3.25, 0.125));
  }

  @Test void empty_hasEmptyCurves() {
    assertThat(history.losses(Axis.EPOCH)).isEmpty();
    assertThat(history.positions(Axis.IMAGES)).isEmpty();
    var loaded = new LossHistory();
    loaded.loadStateDict(history.stateDict());
    assertThat(loaded.steps()).isEmpty();
  }

  @Test void mistakes_areRefused() {
    step(2, 1, 4);
    assertRefused(() -> history.add(1, 1, 4), "LossHistory: epoch is 1 (expected: >= 2)");
    assertRefused(() -> history.add(2, 1, 0), "LossHistory: images is 0 (expected: >= 1)");
    assertRefused(() -> history.endOf(3, Axis.EPOCH), "LossHistory: epoch 3 has no loss (expected: one of [2])");
    assertRefused(() -> history.loadStateDict(Map.of()),
        "LossHistory: the state has no list 'epoch' (expected: epoch, images, seconds, loss)");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(TorchException.class).hasMessage(message);
  }
}
