package dev.jtorch.cli;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.vision.datasets.ImageNetLabels;
import dev.jtorch.vision.io.ImageReadMode;
import dev.jtorch.vision.io.Images;
import dev.jtorch.vision.transforms.ImageClassification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is to be seen on images, in ImageNet's words. */
@Command(name = "predict", description = "Names what is on images: rank, class, label and probability, tab separated.",
    sortOptions = false)
final class PredictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TrainedNetwork network;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE",
      description = "JPEG, PNG, WebP, BMP or TIFF files.") private List<Path> images;

  @Option(names = "--top", paramLabel = "N", converter = NumberOption.Positive.class, defaultValue = "5",
      description = "Lines for each image, ${DEFAULT-VALUE} by default.") private int top;

  @Override public Integer call() throws IOException {
    if (top > TrainedNetwork.IMAGENET_CLASSES) {
      throw new UsageException(spec.commandLine(),
          "--top is " + top + " (expected: at most " + TrainedNetwork.IMAGENET_CLASSES
              + ", the number of classes)");
    }
    for (Path image : images) Inputs.existing(image);
    Layer net = network.load(TrainedNetwork.IMAGENET_CLASSES);
    ImageClassification preset = TrainedNetwork.preset();
    try (var quiet = Torch.inferenceMode()) {
      for (Path image : images) {
        try (var scope = Scope.open()) {
          print(net.call(preset.apply(Images.readImage(image, o -> o.mode(ImageReadMode.RGB))).unsqueeze(0)));
        }
      }
    }
    return 0;
  }

  private void print(Tensor scores) {
    var best = scores.get(0).softmax(0).topk(top);
    float[] probabilities = best.values().toFloatArray();
    long[] classes = best.indices().toLongArray();
    for (int i = 0; i < top; i++) {
      spec.commandLine().getOut().println(String.format(Locale.ROOT, "%d\t%d\t%s\t%.6f", i + 1, classes[i],
          ImageNetLabels.of((int) classes[i]), probabilities[i]));
    }
  }
}
