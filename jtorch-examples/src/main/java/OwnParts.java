import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Dataset;
import dev.jtorch.data.Example;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.SGD;
import dev.jtorch.optim.scheduler.CosineAnnealingLR;
import java.util.List;

/** A layer, a data set and a loss of one's own, and what trains them. */
public class OwnParts {
  static class Scale extends Layer {
    public Parameter weight = new Parameter(Torch.ones(2));
    public Buffer calls = new Buffer(Torch.zeros(DType.INT64, 1));

    @Override protected Tensor forward(Tensor x) {
      calls.add_(1);
      return x.mul(weight);
    }
  }

  static class Net extends Layer {
    public Scale scale = new Scale();
    public Layer fc = new Linear(2, 1);

    @Override protected Tensor forward(Tensor x) { return fc.call(scale.call(x)); }
  }

  /** Points on a plane. */
  record Points(long size) implements Dataset<Example> {
    @Override public Example get(long index) {
      Tensor x = Torch.tensor(index % 7 / 7.0, index % 5 / 5.0);
      return new Example(x, x.sum().unsqueeze(0));
    }
  }

  static Tensor huber(Tensor input, Tensor target) {
    Tensor distance = input.sub(target).abs();
    return Torch.where(distance.lt(1), distance.pow(2).div(2), distance.sub(0.5)).mean();
  }

  public static void main(String[] args) {
    Torch.manualSeed(0);
    var net = new Net();
    var loader = new DataLoader<>(new Points(70), o -> o.batchSize(7).shuffle(true).workers(2));
    var optimizer = new SGD(net.parameters(), 0.1, o -> o.momentum(0.9).weightDecay(1e-4));
    var scheduler = new CosineAnnealingLR(optimizer, 10);
    for (int epoch = 0; epoch < 10; epoch++) {
      double total = 0;
      for (Example batch : loader)
        try (var step = Scope.open()) {
          optimizer.zeroGrad();
          Tensor loss = F.mseLoss(net.call(batch.input()), batch.target());
          loss.backward();
          optimizer.step();
          total += loss.item();
        }
      scheduler.step();
      if (epoch == 9) System.out.println(total / loader.size() < 0.01);
    }

    var groups = List.of(SGD.group(net.scale.parameters(), o -> o.lr(0.01)), SGD.group(net.fc.parameters()));
    var grouped = new SGD(groups, o -> o.lr(0.1));
    System.out.println(grouped.paramGroups().get(0).lr() + " " + grouped.paramGroups().get(1).lr());

    System.out.println(huber(Torch.zeros(2), Torch.tensor(0.5, 3.0)).item() + " " + net.scale.calls.itemLong());
  }
}
