package dev.jtorch.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@code dev.jtorch.internal.Aten*}: one class for each {@code .ops} file, one static method for each line of it.
 *
 * <p>Run from the repository's root: arguments are the folder of {@code .ops} files and the source root to write to.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    Path ops = Path.of(args[0]);
    Path target = Path.of(args[1]).resolve("dev/jtorch/internal");
    Files.createDirectories(target);
    var presets = new PresetMethods();
    var problems = new ArrayList<String>();
    try (Stream<Path> files = Files.list(ops)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ops")).sorted().toList()) {
        String source = file.getFileName().toString();
        String name = "Aten" + source.replace(".ops", "");
        var writer = new ClassWriter(presets, problems);
        Files.writeString(target.resolve(name + ".java"), writer.write(name, source, read(file)));
      }
    }
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n", problems));
  }

  private static List<OpSignature> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.replaceAll("#.*", "").trim()).filter(l -> !l.isEmpty())
        .map(OpSignature::parse).toList();
  }
}
