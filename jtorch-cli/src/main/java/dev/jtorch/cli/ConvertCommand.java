package dev.jtorch.cli;

import dev.jtorch.io.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a checkpoint anew; the ending of the output's name chooses the format. */
@Command(name = "convert", description = "Reads a .pt or .pth file and writes its content as a .pt or .pth file.")
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "IN", description = "The file to read.") private Path in;

  @Parameters(index = "1", paramLabel = "OUT",
      description = "The file to write; it appears complete or not at all.") private Path out;

  @Override public Integer call() throws IOException {
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".pt") && !name.endsWith(".pth")) {
      throw new UsageException(spec.commandLine(), "OUT is " + out + " (expected: a name that ends in .pt or .pth)");
    }
    Checkpoint.save(Checkpoint.load(Inputs.existing(in)).value(), out);
    return 0;
  }
}
