package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    CommandRun run = CommandRun.of(commandLine == null ? new String[0] : commandLine.split(" "));
    assertThat(run.err())
        .isEqualTo(message.replace("VERBS", "train, run, predict, gradcam, inspect, convert, summary, doctor") + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
