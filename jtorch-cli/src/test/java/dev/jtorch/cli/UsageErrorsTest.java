package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', textBlock = """
      -                | jtorch: verb is missing (expected: VERBS)
      trian            | jtorch: unknown verb trian (expected: VERBS); did you mean train?
      summarise        | jtorch: unknown verb summarise (expected: VERBS); did you mean summary?
      explain          | jtorch: unknown verb explain (expected: VERBS)
      --debugg doctor  | jtorch: unknown option --debugg (expected: one that jtorch --help lists); did you mean --debug?
      inspect          | jtorch inspect: FILE is missing (expected: jtorch inspect [OPTION...] FILE)
      convert a.pt     | jtorch convert: OUT is missing (expected: jtorch convert [OPTION...] IN OUT)
      convert a.pt b   | jtorch convert: OUT is b (expected: a name that ends in .pt, .pth, .safetensors, .safetensors.index.json, .npy or .npz)
      doctor now       | jtorch doctor: unexpected argument now (expected: jtorch doctor [OPTION...])
      doctor --cuda    | jtorch doctor: unknown option --cuda (expected: one that jtorch doctor --help lists)
      """) void usage_isOneLineAndExitCode2(String commandLine, String message) {
    assertUsage(message.replace("VERBS", "train, run, predict, gradcam, inspect, convert, summary, shell, doctor"),
        commandLine == null ? new String[0] : commandLine.split(" "));
  }

  @Test void emptyPath_isNotTheCurrentFolder() {
    assertUsage("jtorch inspect: FILE is  (expected: a path)", "inspect", "");
    assertUsage("jtorch convert: OUT is  (expected: a path)", "convert", "a.pt", "");
    assertUsage("jtorch train: --out is  (expected: a path)", "train", "--out", "");
  }

  @Test void lineBreaksInArguments_areNotPrinted() {
    assertUsage(
        "jtorch: unknown verb a?b (expected: train, run, predict, gradcam, inspect, convert, summary, shell, doctor)",
        "a\nb");
    assertUsage("jtorch train: --lr is 1?2 (expected: a number > 0)", "train", "--lr", "1\n2");
  }

  private static void assertUsage(String message, String... arguments) {
    assertThat(CommandRun.of(arguments)).isEqualTo(new CommandRun(2, "", message + "\n"));
  }
}
