package dev.jtorch.cli;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a network once, from tensors in a file to tensors in a file. */
@Command(name = "run", description = "Runs a network with weights from a file on a tensor from a file.",
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  private static final String OUTPUT = "output";

  @Spec private CommandSpec spec;

  @Mixin private TrainedNetwork network;

  @Option(names = "--input", paramLabel = "FILE", required = true,
      description = "A .safetensors file with the tensor 'input', or a .pt or .npy file with one tensor.") private Path input;

  @Option(names = "--output", paramLabel = "FILE", required = true,
      description = "The .safetensors file to write, with the tensor 'output'. It appears complete or not at all.") private Path output;

  @Option(names = "--num-classes", paramLabel = "N", converter = NumberOption.Positive.class,
      description = "Classes that the weights know, 1000 by default.") private @Nullable Integer numClasses;

  @Option(names = "--optimize",
      description = "Reserved for an optimizer of networks that is not there yet.") private boolean optimize;

  @Override public Integer call() throws IOException {
    if (optimize) {
      throw new UsageException(spec.commandLine(),
          "--optimize is given (expected: not yet, there is no inference optimizer)");
    }
    UsageException.requireEnding(spec.commandLine(), output, ".safetensors");
    Tensor x = InputTensor.read(input);
    var net = network.load(numClasses == null ? TrainedNetwork.IMAGENET_CLASSES : numClasses);
    try (var quiet = Torch.inferenceMode()) {
      SafeTensors.save(Map.of(OUTPUT, net.call(x)), output);
    }
    return 0;
  }
}
