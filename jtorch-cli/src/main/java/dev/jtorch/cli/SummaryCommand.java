package dev.jtorch.cli;

import dev.jtorch.nn.Layer;
import dev.jtorch.summary.Summary;
import dev.jtorch.summary.TorchSummary;
import dev.jtorch.vision.models.Models;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints the layers of a network with random weights. */
@Command(name = "summary", description = "Prints a network's layers, their shapes and numbers of parameters.")
final class SummaryCommand implements Callable<Integer> {
  /** Whose text is printed. */
  private enum Style {
    TORCHINFO, TORCHSUMMARY;

    @Override public String toString() { return name().toLowerCase(Locale.ROOT); }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", converter = TrainedNetwork.ModelName.class,
      completionCandidates = TrainedNetwork.ModelName.class,
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

  /** The sizes of a network's input without the batch's, such as {@code 3,224,224}. */
  record InputSize(long... sizes) {
    long[] withBatch(long batch) {
      return LongStream.concat(LongStream.of(batch), LongStream.of(sizes)).toArray();
    }

    /** Reads the value of {@code --input}. */
    static final class Converter implements ITypeConverter<InputSize> {
      @Override public InputSize convert(String text) {
        var number = new NumberOption.Positive();
        try {
          return new InputSize(Stream.of(text.split(",", -1)).mapToLong(number::convert).toArray());
        } catch (TypeConversionException e) {
          throw new TypeConversionException("whole numbers >= 1 with commas between them, such as 3,224,224");
        }
      }
    }
  }
}
