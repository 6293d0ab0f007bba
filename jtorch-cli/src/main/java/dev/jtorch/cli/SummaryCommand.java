package dev.jtorch.cli;

import dev.jtorch.nn.Layer;
import dev.jtorch.summary.Summary;
import dev.jtorch.summary.TorchSummary;
import dev.jtorch.vision.models.Models;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the layers of a network with random weights. */
@Command(name = "summary", description = "Prints a network's layers, their shapes and numbers of parameters.")
final class SummaryCommand implements Callable<Integer> {
  /** Whose text is printed. */
  private enum Style {
    TORCHINFO, TORCHSUMMARY;

    @Override public String toString() { return name().toLowerCase(Locale.ROOT); }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", converter = ModelName.class, completionCandidates = ModelName.class,
      description = "torchvision's name of a network: ${COMPLETION-CANDIDATES}.") private String model;

  @Option(names = "--input", paramLabel = "C,H,W", required = true, converter = InputSize.Converter.class,
      description = "The sizes of the input, without the batch's, such as 3,224,224.") private InputSize input;

  @Option(names = "--batch-size", paramLabel = "N", converter = NumberOption.Positive.class,
      description = "The batch's size. Default: 1; torchsummary shows -1.") private @Nullable Integer batchSize;

  @Option(names = "--style", paramLabel = "STYLE", defaultValue = "torchinfo",
      description = "Whose text: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.") private Style style;

  @Override public Integer call() {
    Layer net = Models.getModel(model);
    spec.commandLine().getOut().println(style == Style.TORCHINFO ? torchinfo(net) : torchsummary(net));
    return 0;
  }

  private Summary torchinfo(Layer net) { return Summary.of(net, input.withBatch(batchSize == null ? 1 : batchSize)); }

  private TorchSummary torchsummary(Layer net) {
    long shown = batchSize == null ? -1 : batchSize;
    // the network is on the CPU, and torchsummary would not move it
    return TorchSummary.of(net, o -> o.batchSize(shown).device("cpu"), input.sizes());
  }
}
