package dev.jtorch.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole texts of what a wrong command line is answered with. */
class TrainCommandTest {
  private static final String UNKNOWN = " (expected: one that jtorch train --help lists)";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      --epochs 0          | --epochs is 0 (expected: a whole number >= 1)
      --epochs ten        | --epochs is ten (expected: a whole number >= 1)
      --batch-size -8     | --batch-size is -8 (expected: a whole number >= 1)
      --lr 0              | --lr is 0 (expected: a number > 0)
      --seed 1.5          | --seed is 1.5 (expected: a whole number)
      --workers -1        | --workers is -1 (expected: a whole number from 0 to 1000)
      --workers 100000    | --workers is 100000 (expected: a whole number from 0 to 1000)
      --model lenett      | --model is lenett (expected: lenet or mlp); did you mean lenet?
      --model resnet50    | --model is resnet50 (expected: lenet or mlp)
      --optimizer adma    | --optimizer is adma (expected: adam or sgd); did you mean adam?
      --data cifar10      | --data is cifar10 (expected: digits or fashion-mnist:DIR or folder:DIR)
      --data digits:here  | --data is digits:here (expected: digits or fashion-mnist:DIR or folder:DIR)
      --data fashion-mnist| --data is fashion-mnist (expected: digits or fashion-mnist:DIR or folder:DIR)
      --data folder       | --data is folder (expected: digits or fashion-mnist:DIR or folder:DIR)
      --epochs            | value of --epochs is missing (expected: jtorch train [OPTION...])
      --lr 1 --lr 2       | --lr is given twice (expected: once)
      fast                | unexpected argument fast (expected: jtorch train [OPTION...])
      """) void usage_isOneLineAndExitCode2(String options, String message) {
    assertUsage(CommandRun.of(("train " + options.strip()).split(" ")), message);
  }

  @Test void unknownOption_namesTheNearest() {
    assertUsage(CommandRun.of("train", "--epoch=3"), "unknown option --epoch" + UNKNOWN + "; did you mean --epochs?");
    assertUsage(CommandRun.of("train", "--gpus", "4"), "unknown option --gpus" + UNKNOWN);
  }

  @Test void missingFiles_areFailures() throws Exception {
    assertFailure(CommandRun.of("train", "--resume", folder.resolve("none.pt").toString()),
        folder.resolve("none.pt") + " does not exist");
    assertFailure(CommandRun.of("train", "--data", "fashion-mnist:" + folder), folder
        + " does not hold train-images-idx3-ubyte (expected: train-images-idx3-ubyte or train-images-idx3-ubyte.gz)");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertFailure(CommandRun.of("train", "--out", file.toString()),
        "--out " + file + " is a file (expected: a folder)");
  }

  private static void assertUsage(CommandRun run, String message) {
    assertThat(run.err()).isEqualTo("jtorch train: " + message + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  private static void assertFailure(CommandRun run, String message) {
    assertThat(run.err()).isEqualTo("jtorch train: " + message + "\n");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }
}
