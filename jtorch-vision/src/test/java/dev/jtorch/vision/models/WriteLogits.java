package dev.jtorch.vision.models;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Layer;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes the logits of the network NAME, whose state and images Python has put into FOLDER; goldens/models/compare.py runs it.
 */
public final class WriteLogits {
  private WriteLogits() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[1]);
    Layer net = Models.getModel(args[0], folder.resolve("state.safetensors"));
    Tensor images = Objects.requireNonNull(StateDict.load(folder.resolve("images.safetensors")).get("images"));
    var logits = new StateDict();
    try (var quiet = Torch.noGrad()) {
      net.eval();
      logits.put("eval", net.call(images));
      net.train();
      logits.put("train", seeded(net, images));
      net.loadStateDict(StateDict.load(folder.resolve("state.safetensors"))); // training has moved running statistics
      net.toDouble();
      logits.put("train float64", seeded(net, images.to(DType.FLOAT64)));
    }
    logits.save(folder.resolve("logits.safetensors"));
  }

  private static Tensor seeded(Layer net, Tensor images) {
    Torch.manualSeed(3); // for dropout
    return net.call(images);
  }
}
