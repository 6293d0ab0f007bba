package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.summary.Summary;
import dev.jtorch.summary.TorchSummary;
import dev.jtorch.testing.JavaProcess;
import dev.jtorch.vision.models.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryCommandTest {
  private static final String SIZES = " (expected: whole numbers >= 1 with commas between them, such as 3,224,224)";

  @Test void summary_isTorchinfos() {
    var net = Models.getModel("resnet18");
    assertThat(CommandRun.of("summary", "resnet18", "--input", "3,64,48"))
        .isEqualTo(new CommandRun(0, Summary.of(net, 1, 3, 64, 48) + "\n", ""));
    assertThat(CommandRun.of("summary", "ResNet18", "--input=3,64,48", "--batch-size", "2", "--style", "TorchInfo"))
        .isEqualTo(new CommandRun(0, Summary.of(net, 2, 3, 64, 48) + "\n", ""));
  }

  @Test void summary_isTorchsummarys() {
    var net = Models.getModel("resnet18");
    assertThat(CommandRun.of("summary", "resnet18", "--input", "3,64,64", "--style", "torchsummary"))
        .isEqualTo(new CommandRun(0, TorchSummary.of(net, o -> o.device("cpu"), 3, 64, 64) + "\n", ""));
    assertThat(
        CommandRun.of("summary", "resnet18", "--input", "3,64,64", "--style", "torchsummary", "--batch-size", "4"))
        .isEqualTo(
            new CommandRun(0, TorchSummary.of(net, o -> o.device("cpu").batchSize(4), 3, 64, 64) + "\n", ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      resnet19 --input 3,9,9       | MODEL is resnet19 (expected: a network that --help lists); did you mean resnet18?
      transformer --input 3,9,9    | MODEL is transformer (expected: a network that --help lists)
      resnet18                     | --input is missing (expected: jtorch summary [OPTION...] MODEL)
      --input 3,9,9                | MODEL is missing (expected: jtorch summary [OPTION...] MODEL)
      resnet18 --input 3,9,        | --input is 3,9,SIZES
      resnet18 --input 3x9x9       | --input is 3x9x9SIZES
      resnet18 --input 3,0,9       | --input is 3,0,9SIZES
      resnet18 --input 3,9,9 --batch-size 0 | --batch-size is 0 (expected: a whole number >= 1)
      resnet18 --input 3,9,9 --style keras  | --style is keras (expected: torchinfo or torchsummary)
      resnet18 --input 3,9,9 --style torchinf | --style is torchinf (expected: torchinfo or torchsummary); did you mean torchinfo?
      resnet18 more --input 3,9,9  | unexpected argument more (expected: jtorch summary [OPTION...] MODEL)
      """) void usage_isOneLineAndExitCode2(String arguments, String message) {
    assertThat(CommandRun.of(("summary " + arguments.strip()).split(" ")))
        .isEqualTo(new CommandRun(2, "", "jtorch summary: " + message.replace("SIZES", SIZES) + "\n"));
  }

  @Test void input_thatDoesNotFit_isOneLineAndExitCode1() {
    CommandRun run = CommandRun.of("summary", "resnet18", "--input", "1,64,64");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1)
        .startsWith("jtorch summary: Summary: forward failed after layers []: in conv1 (Conv2d): ");
    CommandRun other = CommandRun.of("summary", "resnet18", "--input", "64", "--style", "torchsummary");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err()).hasLineCount(1).startsWith("jtorch summary: in conv1 (Conv2d): ");
  }

  @Test void lines_areDrawnInTheCLocaleToo() throws IOException, InterruptedException {
    var java = JavaProcess.of(Main.class.getName(), "summary", "resnet18", "--input", "3,32,32");
    java.environment().put("LC_ALL", "C");
    Process summary = java.start();
    String out = new String(summary.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(summary.waitFor()).isZero();
    assertThat(out).contains("\n├─Conv2d: 1-1 ");
  }

  @Test void help_listsTheNetworks() {
    assertThat(CommandRun.of("summary", "--help").out()).contains("resnet18", "--style", "torchinfo, torchsummary");
  }
}
