package dev.jtorch.cli;

import dev.jtorch.Tensor;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.Npy;
import dev.jtorch.io.SafeTensors;
import dev.jtorch.io.StateDict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes a checkpoint in another format, which the ending of the output's name chooses. Tensors of other devices are read onto the
 * CPU, and the output says that they are there.
 */
@Command(name = "convert", description = "Reads a checkpoint and writes its content in another format.")
final class ConvertCommand implements Callable<Integer> {
  /** What numpy calls an array without a name. */
  private static final String NAMELESS = "arr_0";

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "IN", description = "A .pt or .pth file of torch.save, .safetensors,"
      + " .safetensors.index.json, .npy or .npz; its content tells which.") private Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = {
    "The file to write: .pt or .pth, .safetensors, .safetensors.index.json with files of at most 5 GB, .npy or .npz.",
    "It appears complete or not at all."}) private Path out;

  @Override public Integer call() throws IOException {
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pt") || name.endsWith(".pth")) {
      Checkpoint.save(read(), out);
    } else if (name.endsWith(".npy")) {
      Npy.save(onlyTensor(read()), out);
    } else if (name.endsWith(".safetensors")) {
      StateDict tensors = tensors(read());
      SafeTensors.save(tensors, SafeTensors.matches(in) ? SafeTensors.metadata(in) : Map.of("format", "pt"), out);
    } else if (name.endsWith(".safetensors.index.json") || name.endsWith(".npz")) {
      tensors(read()).save(out);
    } else {
      throw new UsageException(spec.commandLine(), "OUT is " + out
          + " (expected: a name that ends in .pt, .pth, .safetensors, .safetensors.index.json, .npy or .npz)");
    }
    return 0;
  }

  private @Nullable Object read() throws IOException {
    return Checkpoint.load(Inputs.existing(in), o -> o.mapLocation("cpu")).value();
  }

  private StateDict tensors(@Nullable Object value) {
    if (value instanceof Tensor tensor) return new StateDict(Map.of(NAMELESS, tensor));
    if (!(value instanceof Map<?, ?> map)) throw notTensors("its content", value);
    var tensors = new StateDict();
    map.forEach((key, entry) -> {
      if (!(key instanceof String name)) throw notTensors("a key", key);
      if (!(entry instanceof Tensor tensor)) throw notTensors("entry '" + name + "'", entry);
      tensors.put(name, tensor);
    });
    return tensors;
  }

  private CommandException notTensors(String what, @Nullable Object value) {
    return new CommandException(in + ": " + what + " is " + (value == null ? "None" : "a " + kind(value))
        + " (expected: tensors by name, which is all that " + out.getFileName() + " can hold); .pt holds everything");
  }

  private static String kind(Object value) {
    return value instanceof Map ? "map" : value.getClass().getSimpleName();
  }

  private Tensor onlyTensor(@Nullable Object value) {
    StateDict tensors = tensors(value);
    if (tensors.size() == 1) return tensors.values().iterator().next();
    throw new CommandException(in + ": has " + tensors.size() + " tensors (expected: 1 for .npy); .npz holds several");
  }
}
