package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Torch;
import dev.jtorch.io.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inspect} and {@code convert}. */
class FilesCommandsTest {
  @TempDir private Path folder;

  @Test void inspect_listsTensorsAndValuesInOrder() {
    var content = new LinkedHashMap<String, @Nullable Object>();
    content.put("model", Map.of("fc.weight", Torch.zeros(2, 3)));
    content.put("epoch", 5L);
    content.put("scalar", Torch.tensor(1L));
    content.put("losses", List.of(0.5, 0.25));
    content.put("groups", List.of(Map.of("lr", 0.1, "amsgrad", false), Arrays.asList(null, "two\nlines")));
    content.put("empty", Map.of());
    content.put("none", null);
    Path file = save("all.pt", content);
    CommandRun run = CommandRun.of("inspect", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> !line.startsWith("groups.0"))).containsExactly(
        "model.fc.weight\tfloat32\t(2, 3)", "epoch\t5", "scalar\tint64\t()", "losses\t[0.5, 0.25]",
        "groups.1\t[None, two\\u000alines]", "empty\t{}", "none\tNone");
    assertThat(run.out()).contains("groups.0.lr\t0.1\n", "groups.0.amsgrad\tFalse\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test void inspect_oneTensor() {
    assertThat(CommandRun.of("inspect", save("x.pt", Torch.ones(4)).toString()).out()).isEqualTo(".\tfloat32\t(4,)\n");
  }

  @Test void convert_writesTheSameContent() {
    Path out = folder.resolve("out.pth");
    CommandRun run = CommandRun.of("convert", save("in.pt", Map.of("x", Torch.arange(3))).toString(), out.toString());
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(Checkpoint.load(out).tensor("x").toLongArray()).containsExactly(0, 1, 2);
  }

  @Test void unreadableFiles_areOneLineAndExitCode1() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.pt"), "hello");
    assertThat(CommandRun.of("inspect", folder.resolve("none.pt").toString()))
        .isEqualTo(new CommandRun(1, "", "jtorch inspect: " + folder.resolve("none.pt") + " does not exist\n"));
    assertThat(CommandRun.of("inspect", folder.toString()))
        .isEqualTo(new CommandRun(1, "", "jtorch inspect: " + folder + " is a folder (expected: a file)\n"));
    CommandRun damaged = CommandRun.of("convert", text.toString(), folder.resolve("out.pt").toString());
    assertThat(damaged.exitCode()).isEqualTo(1);
    assertThat(damaged.err()).startsWith("jtorch convert: notes.pt: ").hasLineCount(1);
    assertThat(folder.resolve("out.pt")).doesNotExist();
  }

  @Test void debug_showsTheTrace() {
    CommandRun run = CommandRun.of("--debug", "inspect", folder.resolve("none.pt").toString());
    assertThat(run.err()).contains("\tat dev.jtorch.cli.InspectCommand.call(");
  }

  private Path save(String name, Object content) {
    Path file = folder.resolve(name);
    Checkpoint.save(content, file);
    return file;
  }
}
