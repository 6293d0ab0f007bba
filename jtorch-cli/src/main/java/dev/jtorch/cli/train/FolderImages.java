package dev.jtorch.cli.train;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.cli.CommandException;
import dev.jtorch.data.Dataset;
import dev.jtorch.data.Example;
import dev.jtorch.data.Subset;
import dev.jtorch.data.TensorDataset;
import dev.jtorch.vision.datasets.ImageFolder.Sample;
import dev.jtorch.vision.datasets.ImageFolder;
import dev.jtorch.vision.transforms.Resize;
import dev.jtorch.vision.transforms.ToTensor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** The user's own images, one folder per class, made small squares of one size and held in memory. */
final class FolderImages {
  private static final int CHANNELS = 3;
  private static final int SIDE = 32;
  private static final int TEST_EVERY = 5;
  /** One to learn from and one to be tested on. */
  private static final int FEWEST = 2;

  private FolderImages() {}

  /** Reads all images; every fifth of each class, beginning with the first, is for testing. */
  static ImageData read(Path root) {
    var folder = new ImageFolder(root, new Resize(SIDE, SIDE).andThen(new ToTensor()));
    int[] places = places(folder.samples());
    checkCounts(root, folder, places);
    Dataset<Example> all = decoded(folder);
    return new ImageData(part(all, i -> places[(int) i] % TEST_EVERY != 0),
        part(all, i -> places[(int) i] % TEST_EVERY == 0), folder.classes());
  }

  private static Dataset<Example> part(Dataset<Example> all, LongPredicate chosen) {
    return new Subset<>(all, LongStream.range(0, all.size()).filter(chosen).toArray());
  }

  /** {@return the place of each sample in its class, from 0} */
  private static int[] places(List<Sample> samples) {
    var places = new int[samples.size()];
    for (int i = 1; i < places.length; i++) {
      if (samples.get(i).target() == samples.get(i - 1).target()) places[i] = places[i - 1] + 1;
    }
    return places;
  }

  private static void checkCounts(Path root, ImageFolder folder, int[] places) {
    var counts = new int[folder.classes().size()];
    for (int i = 0; i < places.length; i++) counts[folder.samples().get(i).target()] = places[i] + 1;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] >= FEWEST) continue;
      throw new CommandException(root + ": class " + folder.classes().get(i) + " has " + counts[i]
          + " image (expected: >= " + FEWEST + ", to learn from and to be tested on)");
    }
  }

  private static TensorDataset decoded(ImageFolder folder) {
    Tensor inputs = Torch.empty(folder.size(), CHANNELS, SIDE, SIDE);
    long[] targets = folder.samples().stream().mapToLong(Sample::target).toArray();
    for (int i = 0; i < targets.length; i++) {
      try (var image = Scope.open()) {
        inputs.select(0, i).copy_(folder.get(i).input());
      }
    }
    return new TensorDataset(inputs, Torch.tensor(targets));
  }
}
