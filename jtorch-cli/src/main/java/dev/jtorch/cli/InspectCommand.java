package dev.jtorch.cli;

import dev.jtorch.io.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what is in a checkpoint; nothing that the file says is executed. */
@Command(name = "inspect", description = "Lists the tensors and values in a .pt or .pth file, tab separated.")
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE",
      description = "What torch.save wrote, in the zip format of PyTorch 1.6 and later.") private Path file;

  @Override public Integer call() throws IOException {
    new Listing(spec.commandLine().getOut()).print(Checkpoint.load(Inputs.existing(file)).value());
    return 0;
  }
}
