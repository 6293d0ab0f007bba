package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Generator;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Example;
import dev.jtorch.data.TensorDataset;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SGD;
import dev.jtorch.optim.scheduler.StepLR;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointerTest {
  @TempDir Path dir;

  /** A training with everything that has a state: batch norm, dropout, an optimizer, a scheduler, a shuffling loader. */
  private static final class Training {
    final Sequential net = new Sequential(new Linear(4, 16), new BatchNorm1d(16), new ReLU(), new Dropout(0.3),
        new Linear(16, 3));
    final Optimizer<?> optimizer;
    final StepLR scheduler;
    final DataLoader<Example> loader;
    final TrainingState state;
    final List<Double> losses = new ArrayList<>();

    Training(String optimizer, boolean seeded, int workers) {
      this.optimizer = optimizer.equals("adam") ? new Adam(net.parameters(), o -> o.lr(0.01))
          : new SGD(net.parameters(), o -> o.lr(0.05).momentum(0.9));
      scheduler = new StepLR(this.optimizer, 3);
      Tensor x = Torch.arange(200).view(50, 4).remainder(7).toFloat();
      Tensor y = Torch.arange(50).remainder(3);
      var order = new Generator(5);
      loader = new DataLoader<>(new TensorDataset(x, y), o -> {
        var options = o.batchSize(8).shuffle(true).workers(workers);
        return seeded ? options.generator(order) : options;
      });
      state = new TrainingState().model("model", net::stateDict, net::loadStateDict)
          .part("optimizer", this.optimizer::stateDict, this.optimizer::loadStateDict)
          .part("scheduler", scheduler::stateDict, scheduler::loadStateDict);
      if (seeded) state.generator("order", order);
    }

    void train(long from, long until, Checkpointer checkpointer) {
      net.train();
      for (long epoch = from; epoch <= until; epoch++) {
        for (var batches = loader.iterator(); batches.hasNext();) {
          try (var step = Scope.open()) {
            Example batch = batches.next();
            optimizer.zeroGrad();
            Tensor loss = F.crossEntropy(net.call(batch.input()), batch.target());
            loss.backward();
            optimizer.step();
            losses.add(loss.item());
          }
        }
        scheduler.step();
        checkpointer.save(epoch, Map.of("losses", losses));
      }
    }
  }

  @Row("S4-084")
  @ParameterizedTest
  @CsvSource({"adam, true, 2", "adam, false, 0", "sgd, false, 2", "sgd, true, 0"}) void resume_goesOnBitForBit(
      String optimizer, boolean seeded, int workers) {
    Torch.manualSeed(1);
    var whole = new Training(optimizer, seeded, workers);
    whole.train(1, 10, new Checkpointer(dir.resolve("whole"), whole.state));

    Torch.manualSeed(1);
    var half = new Training(optimizer, seeded, workers);
    half.train(1, 5, new Checkpointer(dir.resolve("half"), half.state));

    Torch.manualSeed(99); // another process: other weights, other random numbers
    var rest = new Training(optimizer, seeded, workers);
    var checkpointer = new Checkpointer(dir.resolve("half"), rest.state);
    long epoch = checkpointer.resume().longValue("epoch");
    assertThat(epoch).isEqualTo(5);
    rest.train(epoch + 1, 10, checkpointer);

    assertThat(rest.losses).isEqualTo(whole.losses.subList(35, 70));
    FormatGolden.assertSame(rest.net.stateDict(), whole.net.stateDict());
    assertThat(rest.scheduler.lastLr()).isEqualTo(whole.scheduler.lastLr());
  }

  private Checkpointer counting(UnaryOperator<Checkpointer.Options> with) {
    return new Checkpointer(dir, new TrainingState(), with);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test void save_keepsTheLastAndTheBest() throws IOException {
    double[] scores = {0.1, 0.7, 0.9, 0.3, 0.8, Double.NaN, 0.2};
    Checkpointer high = counting(o -> o.keepLast(2).keepBest(2));
    for (int epoch = 1; epoch <= 7; epoch++) high.save(epoch, scores[epoch - 1], Map.of());
    assertThat(names()).containsExactly("checkpoint-3.pt", "checkpoint-5.pt", "checkpoint-6.pt", "checkpoint-7.pt");
    assertThat(high.best()).isEqualTo(dir.resolve("checkpoint-3.pt"));
    assertThat(high.latest()).isEqualTo(dir.resolve("checkpoint-7.pt"));

    // another process that goes on with the run knows the scores from the files
    Checkpointer low = counting(o -> o.keepLast(1).keepBest(1).lowestIsBest(true));
    assertThat(low.resume().longValue("epoch")).isEqualTo(7);
    low.save(10, 0.5, Map.of());
    assertThat(names()).containsExactly("checkpoint-10.pt", "checkpoint-7.pt");
    assertThat(counting(o -> o.lowestIsBest(true)).best()).isEqualTo(dir.resolve("checkpoint-7.pt"));
  }

  @Test void save_deletesNothingElse() throws IOException {
    Files.writeString(dir.resolve("checkpoint-1.pt.bak"), "mine");
    Files.writeString(dir.resolve("checkpoint-x.pt"), "mine");
    Checkpointer checkpointer = counting(o -> o.keepLast(1));
    for (int epoch = 9; epoch <= 11; epoch++) checkpointer.save(epoch);
    assertThat(names()).containsExactly("checkpoint-1.pt.bak", "checkpoint-11.pt", "checkpoint-x.pt");
    assertThat(checkpointer.best()).isNull();
  }

  @Test void save_leavesOtherRunsAlone() throws IOException {
    Checkpointer old = counting(o -> o.keepLast(3));
    for (int epoch = 98; epoch <= 100; epoch++) old.save(epoch);
    Checkpointer young = counting(o -> o.keepLast(2).keepBest(0));
    for (int epoch = 1; epoch <= 3; epoch++) assertThat(young.save(epoch)).exists();
    assertThat(names()).containsExactly("checkpoint-100.pt", "checkpoint-2.pt", "checkpoint-3.pt", "checkpoint-98.pt",
        "checkpoint-99.pt");
    assertThat(young.latest()).isEqualTo(dir.resolve("checkpoint-3.pt"));
    assertThat(old.latest()).isEqualTo(dir.resolve("checkpoint-100.pt"));

    for (int epoch = 98; epoch <= 100; epoch++) {
      FileTime hourAgo = FileTime.from(Instant.now().minusSeconds(3600));
      Files.setLastModifiedTime(dir.resolve("checkpoint-" + epoch + ".pt"), hourAgo);
    }
    Checkpointer rest = counting(o -> o.keepLast(1).keepBest(0));
    assertThat(rest.resume().longValue("epoch")).isEqualTo(3); // the run that wrote last
    rest.save(4);
    assertThat(names()).containsExactly("checkpoint-100.pt", "checkpoint-4.pt", "checkpoint-98.pt",
        "checkpoint-99.pt");
  }

  @Test void save_afterAHigherEpoch_keepsWhatItWrote() throws IOException {
    Checkpointer checkpointer = counting(o -> o.keepLast(1).keepBest(0));
    checkpointer.save(9);
    assertThat(checkpointer.save(3)).exists();
    assertThat(names()).containsExactly("checkpoint-3.pt", "checkpoint-9.pt");
  }

  @Test void damagedFile_stopsNothing() throws IOException {
    Checkpointer checkpointer = counting(o -> o.keepLast(1).keepBest(1));
    checkpointer.save(1, 0.5, Map.of());
    Path damaged = Files.writeString(dir.resolve("checkpoint-7.pt"), "PK damaged");
    Files.createDirectory(dir.resolve("checkpoint-8.pt"));
    assertThat(checkpointer.save(2, 0.75, Map.of())).exists();
    assertThat(checkpointer.save(3, 0.25, Map.of())).exists();
    assertThat(names()).containsExactly("checkpoint-2.pt", "checkpoint-3.pt", "checkpoint-7.pt", "checkpoint-8.pt");
    assertThat(checkpointer.best()).isEqualTo(dir.resolve("checkpoint-2.pt"));
    assertThat(counting(o -> o).resume().longValue("epoch")).isEqualTo(3);

    Path other = Files.createDirectory(dir.resolve("other"));
    Files.copy(damaged, other.resolve("checkpoint-7.pt"));
    assertThatThrownBy(() -> new Checkpointer(other, new TrainingState()).resume())
        .isInstanceOf(CheckpointException.class).hasMessageStartingWith("checkpoint-7.pt: ");
  }

  @Test void save_fails_leavesTheFolderAsItWas() throws IOException {
    Checkpointer checkpointer = counting(o -> o.keepLast(1));
    checkpointer.save(1);
    assertThatThrownBy(() -> checkpointer.save(2, Map.of("bad", new Object()))).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("checkpoint-2.pt: cannot write");
    assertThatThrownBy(() -> checkpointer.save(2, Map.of("rng", 1))).isInstanceOf(CheckpointException.class)
        .hasMessage("Checkpointer: key 'rng' is taken (expected: another key)");
    assertThat(names()).containsExactly("checkpoint-1.pt");
  }

  @Test void resume_withoutFiles_changesNothing() {
    assertThat(new Checkpointer(dir.resolve("none"), new TrainingState()).resume()).isNull();
    assertThat(dir).isEmptyDirectory();
  }

  @Test void restore_withoutAPart_changesNothing() {
    var net = new Linear(2, 2);
    new Checkpointer(dir, new TrainingState().model("model", net::stateDict, net::loadStateDict)).save(1);
    var other = new Linear(2, 2);
    float[] before = other.weight.detach().flatten().toFloatArray();
    var state = new TrainingState().model("model", other::stateDict, other::loadStateDict).part("optimizer", Map::of,
        saved -> {});
    assertThatThrownBy(() -> new Checkpointer(dir, state).resume()).isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint-1.pt: no entry 'optimizer' (expected: one of [epoch, checkpointer_run, model, rng])");
    var seeded = new TrainingState().model("model", other::stateDict, other::loadStateDict).generator("order",
        new Generator());
    assertThatThrownBy(() -> new Checkpointer(dir, seeded).resume()).isInstanceOf(CheckpointException.class)
        .hasMessage("TrainingState: no state of generator 'order' (expected: one of [cpu])");
    assertThat(other.weight.detach().flatten().toFloatArray()).isEqualTo(before);
  }

  @Test void construct_refusesNonsense() {
    assertThatThrownBy(() -> counting(o -> o.keepLast(0))).isInstanceOf(CheckpointException.class)
        .hasMessage("Checkpointer: keepLast is 0 (expected: >= 1)");
    assertThatThrownBy(() -> counting(o -> o.keepBest(-1))).hasMessage(
        "Checkpointer: keepBest is -1 (expected: >= 0)");
    assertThatThrownBy(() -> counting(o -> o).save(-1)).hasMessage("Checkpointer: epoch is -1 (expected: >= 0)");
    assertThatThrownBy(() -> new TrainingState().part("rng", Map::of, saved -> {}))
        .hasMessage("TrainingState: key 'rng' is taken (expected: a new key)");
    assertThatThrownBy(() -> new TrainingState().generator("cpu", new Generator()))
        .hasMessage("TrainingState: generator 'cpu' is taken (expected: a new key)");
  }
}
