package dev.jtorch.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.cli.CommandRun;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on the embedded digits. */
class TrainTest {
  @TempDir private Path folder;

  @Row("S4-254")
  @Test void train_byDefault_reaches98PercentAndWritesItsFiles() throws IOException {
    CommandRun run = train("run");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("LeNet(\n  (conv1): Conv2d(1, 32, ").containsPattern(
        "\nepoch  1/20  loss \\d\\.\\d{4}  train  \\d\\d\\.\\d %  test  \\d\\d\\.\\d %  lr 0.00200\n");
    try (var files = Files.list(folder.resolve("run"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("checkpoint.pt",
          "history.csv", "losses.csv", "curves.png", "losses.png", "confusion.png", "report.html");
    }
    List<String> history = Files.readAllLines(folder.resolve("run/history.csv"));
    assertThat(history).hasSize(21);
    assertThat(Double.parseDouble(history.get(20).split(",")[4])).isGreaterThanOrEqualTo(0.98);
    List<String> losses = Files.readAllLines(folder.resolve("run/losses.csv"));
    assertThat(losses).hasSize(1 + 20 * 23).startsWith("epoch,iteration,images,seconds,loss");
    assertThat(losses.get(460)).startsWith("20,460," + 20 * 1437 + ",");
    assertThat(folder.resolve("run/report.html")).content().contains("<title>lenet on digits</title>", "alt=\"losses\"",
        "<th>batch-size</th><td>64</td>", "<th>LibTorch</th><td>2.10.0</td>");
    Checkpoint checkpoint = Checkpoint.load(folder.resolve("run/checkpoint.pt"));
    assertThat(checkpoint.longValue("epoch")).isEqualTo(20);
    assertThat(checkpoint.stateDict("model")).containsKeys("conv1.weight", "bn1.running_mean", "fc.bias");
  }

  @Test void sameSeed_givesTheSameBits_withWorkersToo() {
    train("one", "--epochs", "2");
    train("two", "--epochs", "2");
    train("three", "--epochs", "2", "--workers", "2");
    Checkpoints.assertSame(checkpoint("one"), checkpoint("two"));
    Checkpoints.assertSame(checkpoint("one"), checkpoint("three"));
  }

  /** The losses with their places, but for the seconds. */
  private List<String> losses(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run + "/losses.csv")).stream()
        .map(line -> line.replaceFirst(",[^,]*(,[^,]*)$", "$1")).toList();
  }

  @Test void anotherSeed_givesOtherWeights() {
    train("one", "--epochs", "1", "--model", "mlp");
    train("two", "--epochs", "1", "--model", "mlp", "--seed", "1");
    assertThat(weight("two")).isNotEqualTo(weight("one"));
  }

  @Test void resume_goesOnAsIfNothingHadHappened() throws IOException {
    train("whole", "--epochs", "3");
    train("half", "--epochs", "2");
    CommandRun rest = train("rest", "--resume", checkpoint("half").toString(), "--epochs", "3");
    assertThat(rest.out()).contains("resumed " + checkpoint("half") + " after epoch 2\nepoch 3/3  ");
    Checkpoints.assertSame(checkpoint("whole"), checkpoint("rest"));
    assertThat(Checkpoint.load(checkpoint("rest")).list("history")).hasSize(3);
    assertThat(losses("rest")).isEqualTo(losses("whole"));
  }

  @Test void resume_withSgdAndWorkers() {
    train("whole", "--epochs", "2", "--model", "mlp", "--optimizer", "sgd", "--workers", "2");
    train("half", "--epochs", "1", "--model", "mlp", "--optimizer", "sgd");
    train("half", "--resume", checkpoint("half").toString(), "--epochs", "2");
    Checkpoints.assertSame(checkpoint("whole"), checkpoint("half"));
  }

  @Test void lossThatIsNotFinite_endsTheRun() throws IOException {
    CommandRun run = train("run", "--epochs", "2", "--model", "mlp", "--lr", "1e30");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1)
        .matches("jtorch train: loss (on the test images )?is (NaN|Infinity) in epoch 1"
            + " \\(expected: a finite number\\); a smaller --lr than 1.0E30 may help, and the last complete checkpoint is as it"
            + " was\n");
    assertThat(folder.resolve("run")).isEmptyDirectory();
  }

  @Test void lossThatIsNotFinite_leavesTheLastCheckpoint() throws IOException {
    train("run", "--epochs", "1", "--model", "mlp");
    Path file = checkpoint("run");
    Map<String, Object> content = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(Checkpoint.load(file).value())).forEach((k, v) -> content.put((String) k, v));
    var model = Checkpoint.load(file).stateDict("model");
    model.get("fc1.weight").fill_(Double.NaN);
    content.put("model", model);
    Checkpoint.save(content, file);
    byte[] before = Files.readAllBytes(file);
    CommandRun run = train("run", "--resume", file.toString(), "--epochs", "2");
    assertThat(run.err())
        .isEqualTo("jtorch train: loss is NaN in epoch 2 (expected: a finite number); a smaller --lr than"
            + " 0.002 may help, and the last complete checkpoint is as it was\n");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(file).hasBinaryContent(before);
  }

  @Test void resume_refusesAnotherConfiguration() throws IOException {
    train("one", "--epochs", "1", "--model", "mlp");
    String file = checkpoint("one").toString();
    String changeable = "); a resumed run may change --epochs, --workers and --out\n";
    assertThat(train("two", "--resume", file, "--model", "lenet")).isEqualTo(new CommandRun(2, "",
        "jtorch train: --model is lenet (expected: mlp, as in " + file + changeable));
    assertThat(train("two", "--resume", file, "--lr", "1")).isEqualTo(new CommandRun(2, "",
        "jtorch train: --lr is 1.0 (expected: 0.002, as in " + file + changeable));
    assertThat(train("two", "--resume", file)).isEqualTo(new CommandRun(2, "",
        "jtorch train: --epochs is 1 (expected: > 1, the epochs that " + file + " has behind it)\n"));
    Path other = folder.resolve("other.pt");
    Checkpoint.save(List.of(1L), other);
    assertThat(train("two", "--resume", other.toString())).isEqualTo(new CommandRun(1, "",
        "jtorch train: " + other + " is no checkpoint of jtorch train (expected: a map of model, optimizer, ..)\n"));
    assertThat(folder.resolve("two")).doesNotExist();
  }

  private CommandRun train(String name, String... options) {
    var arguments = new ArrayList<>(List.of("train", "--out", folder.resolve(name).toString()));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private Path checkpoint(String name) { return folder.resolve(name).resolve("checkpoint.pt"); }

  private float[] weight(String name) {
    return Checkpoint.load(checkpoint(name)).stateDict("model").get("fc1.weight").flatten().toFloatArray();
  }
}
