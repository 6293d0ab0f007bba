package program;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.SGD;

/** One training step. */
final class Program {
  private Program() {}

  public static void main(String[] args) {
    var net = new Sequential(new Linear(2, 3), new ReLU(), new Linear(3, 1));
    var sgd = new SGD(net.parameters(), o -> o.lr(0.1));
    Tensor x = Torch.ones(4, 2);
    F.mseLoss(net.call(x), Torch.zeros(4, 1)).backward();
    sgd.step();
    System.out.println(net.call(x).shape());
  }
}
