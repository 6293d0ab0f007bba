package dev.jtorch.cli;

import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.StateDictException;
import dev.jtorch.vision.models.Models;
import java.io.IOException;
import java.nio.file.Path;

/** Networks with trained weights, ready for use. */
final class Network {
  static final long IMAGENET_CLASSES = 1000;

  private Network() {}

  /**
   * {@return the network of a name in eval mode, with all its weights from a file; half precision is widened}
   *
   * @throws CommandException if the weights do not fit
   */
  static Layer load(String model, long classes, Path weights) throws IOException {
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
}
