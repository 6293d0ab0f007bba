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

/**
 * Lists what is in a checkpoint, one entry a line; nothing that the file says is executed. Tensors of other devices are read onto
 * the CPU, so that a file that was saved on a GPU can be looked at anywhere.
 *
 * <p>In keys and values, a line break, a carriage return, a tab and a backslash are printed as {@code \n}, {@code \r}, {@code \t}
 * and {@code \\}, and every other character that is invisible or moves the cursor as its code point: <code>\&#117;2028</code>, or
 * {@code \U000e0001} above <code>\&#117;ffff</code>. So an entry is always one line, and the text can be restored from it.
 */
@Command(name = "inspect", description = {
  "Lists the tensors and values in a checkpoint, one a line: a tensor's key, dtype and"
      + " shape, or the path of a value and the value, tab separated.",
  "Line breaks, tabs and backslashes in keys and values are printed as \\n, \\r, \\t and \\\\, other invisible characters as"
      + " \\uXXXX or \\UXXXXXXXX."})
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE",
      description = "A .pt or .pth file of torch.save, .safetensors, .safetensors.index.json,"
          + " .npy or .npz; its content tells which.") private Path file;

  @Override public Integer call() throws IOException {
    var listing = new Listing(spec.commandLine().getOut());
    Object value = Checkpoint.load(Inputs.existing(file), o -> o.mapLocation("cpu")).value();
    if (SafeTensors.matches(file)) listing.print(Map.of("__metadata__", SafeTensors.metadata(file)));
    listing.print(value);
    return 0;
  }
}
