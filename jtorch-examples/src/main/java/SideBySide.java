import static dev.jtorch.Index.ALL;
import static dev.jtorch.Index.slice;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.SGD;
import dev.jtorch.vision.datasets.Digits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Java column of the README's table, line by line. */
public class SideBySide {
  static class Net extends Layer {
    public Layer fc = new Linear(512, 2);

    @Override protected Tensor forward(Tensor x) { return fc.call(x); }
  }

  public static void main(String[] args) throws IOException {
    var x = Torch.randn(2, 3).requiresGrad_();
    var y = x.mul(2).add(1).sum(1, true);
    var g = y.registerHook(grad -> grad.mul(2));
    g.remove();
    y.sum().backward();
    System.out.println(x.grad());
    System.out.println(x.get(0, slice(1, 3)).shape());
    x = x.detach();
    x.at(ALL, 0).set(2); x.at(x.gt(1)).add_(3);

    var layer = new Sequential(new Conv2d(3, 64, 7, o -> o.stride(2).bias(false)), new Conv2d(64, 64, 3, 1, 1));
    System.out.println(Torch.softmax(x, 1).sum().item());
    var net = new Net();
    net.fc = new Linear(512, 10);
    x = Torch.zeros(1, 512);
    System.out.println(net.call(x).shape());
    Torch.save(net.stateDict(), "net.pt");
    net.loadStateDict(Torch.load("net.pt"));
    Files.delete(Path.of("net.pt"));
    net.eval();
    try (var quiet = Torch.noGrad()) {
      var h = layer.registerForwardHook((m, in, out) -> null);
      h.remove();
      System.out.println(layer.call(Torch.zeros(1, 3, 32, 32)).shape());
    }
    var opt = new SGD(net.parameters(), 0.1);
    System.out.println(opt.paramGroups().size() + " " + Digits.train().size());
  }
}
