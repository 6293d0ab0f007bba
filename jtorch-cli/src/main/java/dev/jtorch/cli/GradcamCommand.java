package dev.jtorch.cli;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.vision.datasets.ImageNetLabels;
import dev.jtorch.vision.explain.Explanation;
import dev.jtorch.vision.explain.GradCam;
import dev.jtorch.vision.explain.HeatMap;
import dev.jtorch.vision.io.ImageReadMode;
import dev.jtorch.vision.io.Images;
import dev.jtorch.vision.transforms.ImageClassification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Paints over an image where a network looked. */
@Command(name = "gradcam", description = "Paints over an image where a network looked, and prints the class it saw.",
    sortOptions = false)
final class GradcamCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TrainedNetwork network;

  @Parameters(index = "1", paramLabel = "IMAGE",
      description = "A JPEG, PNG, WebP, BMP or TIFF file.") private Path image;

  @Option(names = "--layer", paramLabel = "NAME", required = true,
      description = "The layer whose features are weighed, such as layer4 of a ResNet.") private String layer;

  @Option(names = "--output", paramLabel = "PNG", required = true,
      description = "The .png file to write: what the network saw of the image, under the map.") private Path output;

  @Override public Integer call() throws IOException {
    UsageException.requireEnding(spec.commandLine(), output, ".png");
    Tensor photo = Images.readImage(Inputs.existing(image), o -> o.mode(ImageReadMode.RGB));
    ImageClassification preset = TrainedNetwork.preset();
    Layer net = network.load(TrainedNetwork.IMAGENET_CLASSES);
    Explanation seen = cam(net).explain(preset.apply(photo).unsqueeze(0));
    Images.writePng(HeatMap.overlay(preset.crop(photo), seen.maps().get(0)), output);
    print(seen);
    return 0;
  }

  private GradCam cam(Layer net) {
    try {
      return new GradCam(net, layer);
    } catch (ModuleException e) {
      throw new CommandException(
          "--layer is " + layer + " (expected: a layer of " + network.model() + "); " + e.getMessage(), e);
    }
  }

  private void print(Explanation seen) {
    int target = (int) seen.classes().itemLong();
    double probability = seen.scores().get(0).softmax(0).get(target).item();
    spec.commandLine().getOut().println(
        String.format(Locale.ROOT, "%d\t%s\t%.6f", target, ImageNetLabels.of(target), probability));
  }
}
