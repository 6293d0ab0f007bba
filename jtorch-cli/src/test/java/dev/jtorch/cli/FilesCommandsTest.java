package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Torch;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.SafeTensors;
import dev.jtorch.io.StateDict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        "groups.1\t[None, two\\nlines]", "empty\t{}", "none\tNone");
    assertThat(run.out()).contains("groups.0.lr\t0.1\n", "groups.0.amsgrad\tFalse\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test void inspect_escapesWhatBreaksLines() {
    var state = new LinkedHashMap<String, Object>();
    state.put("a\nb\tc\rd\\e", Torch.ones(1));
    state.put("x\u2028y\u001b[31m\udb40\udc01z", "é\n→");
    assertThat(CommandRun.of("inspect", save("x.pt", state).toString()).out()).isEqualTo(
        "a\\nb\\tc\\rd\\\\e\tfloat32\t(1,)\nx\\u2028y\\u001b[31m\\U000e0001z\té\\n→\n");
    assertThat(CommandRun.of("inspect", "--help").out())
        .contains("printed as \\n, \\r, \\t\nand \\\\, other invisible");
  }

  /** A file of {@code goldens/io/saved_on_gpu.py}. */
  @Test void filesOfAGpu_needNone() {
    String file = "src/test/resources/golden/files/saved_on_gpu.pt";
    assertThat(CommandRun.of("inspect", file)).isEqualTo(
        new CommandRun(0, "weight\tfloat32\t(2, 3)\nsteps\tint64\t()\n", ""));
    for (String ending : List.of("pt", "safetensors", "npz")) {
      Path out = folder.resolve("out." + ending);
      assertThat(CommandRun.of("convert", file, out.toString())).isEqualTo(new CommandRun(0, "", ""));
      Checkpoint checkpoint = Checkpoint.load(out);
      assertThat(checkpoint.tensor("weight").flatten().toFloatArray()).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(checkpoint.tensor("steps").itemLong()).isEqualTo(7);
    }
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

  @ParameterizedTest
  @ValueSource(strings = {"pt", "pth", "safetensors", "safetensors.index.json", "npz"}) void convert_amongAllFormats(
      String ending) {
    var content = new LinkedHashMap<String, Object>();
    content.put("bn.weight", Torch.ones(3));
    content.put("bn.steps", Torch.tensor(7L));
    Path in = save("in.pt", content);
    Path there = folder.resolve("there." + ending);
    Path back = folder.resolve("back.pth");
    assertThat(CommandRun.of("convert", in.toString(), there.toString())).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.of("convert", there.toString(), back.toString())).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.of("inspect", there.toString()).out().lines().filter(line -> !line.startsWith("__")))
        .containsExactlyInAnyOrder("bn.weight\tfloat32\t(3,)", "bn.steps\tint64\t()");
    StateDict state = StateDict.load(back);
    assertThat(state.get("bn.weight").toFloatArray()).containsExactly(1, 1, 1);
    assertThat(state.get("bn.steps").itemLong()).isEqualTo(7);
  }

  @Test void convert_oneTensor() {
    Path in = save("in.pt", Torch.arange(6).view(2, 3));
    Path npy = folder.resolve("x.npy");
    assertThat(CommandRun.of("convert", in.toString(), npy.toString())).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.of("inspect", npy.toString()).out()).isEqualTo(".\tint64\t(2, 3)\n");
    Path safetensors = folder.resolve("x.safetensors");
    assertThat(CommandRun.of("convert", npy.toString(), safetensors.toString()).exitCode()).isZero();
    assertThat(CommandRun.of("inspect", safetensors.toString()).out())
        .isEqualTo("__metadata__.format\tpt\narr_0\tint64\t(2, 3)\n");
    assertThat(CommandRun.of("convert", safetensors.toString(), npy.toString()).exitCode()).isZero();
    assertThat(Checkpoint.load(npy).tensor().flatten().toLongArray()).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test void convert_keepsTheMetadata() {
    Path in = folder.resolve("in.safetensors");
    SafeTensors.save(Map.of("w", Torch.ones(1)), Map.of("made by", "me"), in);
    CommandRun.of("convert", in.toString(), folder.resolve("out.safetensors").toString());
    assertThat(SafeTensors.metadata(folder.resolve("out.safetensors"))).containsExactly(Map.entry("made by", "me"));
  }

  @Test void convert_refusesWhatTheFormatCannotHold() {
    Path in = save("in.pt", new LinkedHashMap<>(Map.of("epoch", 5L)));
    Path out = folder.resolve("out.safetensors");
    assertThat(CommandRun.of("convert", in.toString(), out.toString())).isEqualTo(new CommandRun(1, "",
        "jtorch convert: " + in + ": entry 'epoch' is a Long (expected: tensors by name, which is all that "
            + "out.safetensors can hold); .pt holds everything\n"));
    Path two = save("two.pt", new LinkedHashMap<>(Map.of("a", Torch.ones(1), "b", Torch.ones(1))));
    assertThat(CommandRun.of("convert", two.toString(), folder.resolve("out.npy").toString()))
        .isEqualTo(new CommandRun(1, "",
            "jtorch convert: " + two + ": has 2 tensors (expected: 1 for .npy); .npz holds several\n"));
    assertThat(CommandRun.of("convert", two.toString(), folder.resolve("out.onnx").toString()))
        .isEqualTo(
            new CommandRun(2, "", "jtorch convert: OUT is " + folder.resolve("out.onnx") + " (expected: a name that"
                + " ends in .pt, .pth, .safetensors, .safetensors.index.json, .npy or .npz)\n"));
    Path half = save("half.pt", Torch.ones(1).to(DType.BFLOAT16));
    assertThat(CommandRun.of("convert", half.toString(), folder.resolve("out.npy").toString()).err())
        .startsWith("jtorch convert: out.npy: dtype is bfloat16 (expected: ").hasLineCount(1);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("in.pt", "two.pt", "half.pt");
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

  @Test
  @DisabledOnOs(OS.WINDOWS) void whatIsNoRegularFile_isRefused() throws Exception {
    String kinds = " is a pipe, a socket or a device (expected: a file)";
    Path pipe = folder.resolve("pipe.pt");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    failure("inspect: " + pipe + kinds, "inspect", pipe);
    failure("inspect: /dev/null" + kinds, "inspect", "/dev/null");
    failure("inspect: /dev/zero" + kinds, "inspect", "/dev/zero");
    Path one = save("one.pt", Torch.ones(1));
    failure("convert: pipe.pt: cannot be written: it is a pipe, a socket or a device (expected: a regular file)",
        "convert",
        one, pipe);
    Path device = Files.createSymbolicLink(folder.resolve("device.pt"), Path.of("/dev/null"));
    failure("convert: device.pt: cannot be written: it is a pipe, a socket or a device (expected: a regular file)",
        "convert", one, device);
    Path inner = Files.createDirectory(folder.resolve("folder.pt"));
    failure("convert: folder.pt: cannot be written: it is a folder (expected: a regular file)", "convert", one, inner);
    Path none = folder.resolve("none");
    failure("convert: x.pt: cannot be written: folder " + none + " does not exist", "convert", one,
        none.resolve("x.pt"));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("pipe.pt", "one.pt", "device.pt", "folder.pt");
  }

  @Test void convert_inPlace_andThroughALink() throws IOException {
    Path file = save("x.pt", Map.of("x", Torch.arange(3)));
    Path link = Files.createSymbolicLink(folder.resolve("link.pt"), Path.of("x.pt"));
    for (Path out : List.of(file, link)) {
      assertThat(CommandRun.of("convert", file.toString(), out.toString())).isEqualTo(new CommandRun(0, "", ""));
      assertThat(Checkpoint.load(file).tensor("x").toLongArray()).containsExactly(0, 1, 2);
    }
    assertThat(link).isSymbolicLink();
  }

  @Test void emptyFiles_sayWhatIsMissing() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pt"), "");
    failure("inspect: empty.pt: file is empty (expected: 0x504b, a zip file of torch.save)", "inspect", empty);
    Path zip = Files.writeString(folder.resolve("zip.pt"), "PK\5\6" + "\0".repeat(18));
    failure("inspect: zip.pt: zip archive has no records (expected: <name>/data.pkl and the others of torch.save)",
        "inspect", zip);
    failure("inspect: " + folder + "/a?b.pt does not exist", "inspect", folder.resolve("a\nb.pt"));
  }

  private static void failure(String message, Object... arguments) {
    assertThat(CommandRun.of(Stream.of(arguments).map(String::valueOf).toArray(String[]::new)))
        .isEqualTo(new CommandRun(1, "", "jtorch " + message + "\n"));
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
