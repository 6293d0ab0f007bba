package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.ArrayList;
import java.util.List;

/** The networks of goldens/summary/models.py. */
final class SummaryNets {
  private SummaryNets() {}

  static Sequential convrelu(long channels, long out, long kernel, long padding) {
    return new Sequential(new Conv2d(channels, out, kernel, o -> o.padding(padding)), inPlace());
  }

  private static ReLU inPlace() { return new ReLU(o -> o.inplace(true)); }

  /** The stem of a residual network, once more under a second name. */
  static final class ResNetUNet extends Layer {
    public final ResNet baseModel = ResNet.resnet18();
    public final Sequential layer0 = new Sequential(baseModel.children().subList(0, 3));
    /** What Python's forward prints. */
    final List<String> printed = new ArrayList<>();

    @Override protected Tensor forward(Tensor x) {
      printed.add(x.shape().toString());
      return layer0.call(x);
    }
  }

  static final class OnlyLayer0 extends Layer {
    public final Sequential layer0 = new Sequential(ResNet.resnet18().children().subList(0, 3));

    @Override protected Tensor forward(Tensor x) { return layer0.call(x); }
  }

  /** The network whose parameters the specification counts by hand. */
  static final class TheModelClass extends Layer {
    public final Layer conv1 = new Conv2d(3, 8, 5);
    public final Layer bn = new BatchNorm2d(8);
    public final Layer conv2 = new Conv2d(8, 16, 5);
    public final Layer fc1 = new Linear(400, 120);
    public final Layer fc2 = new Linear(120, 10);

    @Override protected Tensor forward(Tensor x) { return x; }
  }
}
