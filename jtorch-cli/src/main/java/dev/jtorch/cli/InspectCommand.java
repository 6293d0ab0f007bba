package dev.jtorch.cli;

import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what is in a checkpoint; nothing that the file says is executed. */
@Command(name = "inspect", description = "Lists the tensors and values in a checkpoint, tab separated.")
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE",
      description = "A .pt or .pth file of torch.save, .safetensors, .safetensors.index.json,"
          + " .npy or .npz; its content tells which.") private Path file;

  @Override public Integer call() throws IOException {
    var listing = new Listing(spec.commandLine().getOut());
    Object value = Checkpoint.load(Inputs.existing(file)).value();
    if (SafeTensors.matches(file)) listing.print(Map.of("__metadata__", SafeTensors.metadata(file)));
    listing.print(value);
    return 0;
  }
}
