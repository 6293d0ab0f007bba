package dev.jtorch.cli;

import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.StateDictException;
import dev.jtorch.vision.models.Models;
import dev.jtorch.vision.transforms.ImageClassification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** MODEL and {@code --weights}: the network that a verb works with. */
final class TrainedNetwork {
  static final int IMAGENET_CLASSES = 1000;
  private static final long CROP = 224;

  @Parameters(index = "0", paramLabel = "MODEL", converter = ModelName.class, completionCandidates = ModelName.class,
      description = "torchvision's name of a network: ${COMPLETION-CANDIDATES}.") private String model;

  @Option(names = "--weights", paramLabel = "FILE", required = true,
      description = "The network's state_dict: .pt or .pth of torch.save, or .safetensors. Every key must fit.") private Path weights;

  String model() { return model; }

  /** {@return what makes of a photograph the input that torchvision's networks for ImageNet were trained on} */
  static ImageClassification preset() {
    return new ImageClassification(CROP);
  }

  /**
   * {@return the network in eval mode, with all its weights from the file; half precision is widened}
   *
   * @throws CommandException if the weights do not fit
   */
  Layer load(long classes) throws IOException {
    StateDict state = StateDict.load(Inputs.existing(weights), o -> o.mapLocation("cpu"));
    Layer net = Models.getModel(model, classes);
    try {
      net.loadStateDict(state);
    } catch (StateDictException e) {
      throw new CommandException(weights + " does not fit: " + e.getMessage(), e);
    }
    net.eval();
    return net;
  }

  /** Reads MODEL, one of the names of torchvision's builders, and lists them for {@code --help}. */
  static final class ModelName implements ITypeConverter<String>, Iterable<String> {
    @Override public String convert(String text) {
      String name = text.toLowerCase(Locale.ROOT);
      if (Models.listModels().contains(name)) return name;
      throw new TypeConversionException("a network that --help lists");
    }

    @Override public Iterator<String> iterator() {
      return Models.listModels().iterator();
    }
  }
}
