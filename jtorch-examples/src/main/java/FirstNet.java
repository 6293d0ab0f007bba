import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.DataLoader;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.Adam;
import dev.jtorch.vision.datasets.Digits;
import java.nio.file.Path;

/** The program on the README's first screen. */
public class FirstNet {
  static class Net extends Layer {
    public Layer conv = new Conv2d(1, 16, 3, o -> o.padding(1));
    public Layer fc = new Linear(16 * 4 * 4, 10);

    @Override protected Tensor forward(Tensor x) {
      x = F.maxPool2d(F.relu(conv.call(x)), 2);
      return fc.call(x.flatten(1));
    }
  }

  public static void main(String[] args) {
    var net = new Net();
    var adam = new Adam(net.parameters(), o -> o.lr(1e-3));
    for (var batch : new DataLoader<>(Digits.train(), o -> o.batchSize(64).shuffle(true)))
      try (var step = Scope.open()) {
        adam.zeroGrad();
        F.crossEntropy(net.call(batch.input()), batch.target()).backward();
        adam.step();
      }
    Torch.save(net.stateDict(), Path.of("net.pt")); // Python's torch.load reads it
  }
}
