package dev.jtorch.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes what the core generates: {@code dev.jtorch.internal.Aten*}, one class for each {@code .ops} file and one static
 * method for each of its lines, and the free functions of {@code Torch} and {@code Special} for the methods of
 * {@code Tensor}.
 *
 * <p>Run from the repository's root. Arguments: the folder of {@code .ops} files, the list of PyTorch's public names, and the
 * core's folder of sources, {@code src/main}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    Path core = Path.of(args[2]);
    Path target = core.resolve("gen/dev/jtorch");
    writeOperators(Path.of(args[0]), Files.createDirectories(target.resolve("internal")));
    writeFreeFunctions(new FreeFunctions(core.resolve("java"), Path.of(args[1])), target);
  }

  private static void writeFreeFunctions(FreeFunctions functions, Path target) throws IOException {
    Files.writeString(target.resolve("TorchFunctions.java"), functions.write("TorchFunctions", "abstract class",
        "The functions of {@code torch} that are methods of {@link Tensor} as well.", "torch",
        Set.of("Torch", "TorchCreation", "TorchOperations")));
    Files.writeString(target.resolve("SpecialFunctions.java"), functions.write("SpecialFunctions", "abstract class",
        "The functions of {@code torch.special} that are methods of {@link Tensor} as well.", "torch.special",
        Set.of("Special")));
  }

  private static void writeOperators(Path ops, Path target) throws IOException {
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
