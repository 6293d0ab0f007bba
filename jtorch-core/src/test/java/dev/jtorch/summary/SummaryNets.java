package dev.jtorch.summary;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.shape.Flatten;
import java.util.List;

/** The networks of goldens/summary/nets.py, which says what each is for. */
final class SummaryNets {
  private SummaryNets() {}

  static Layer heavy() {
    return new Sequential(new Conv2d(3, 256, 7, o -> o.padding(3)), new ReLU(),
        new Conv2d(256, 512, 3, o -> o.padding(1)), new AdaptiveAvgPool2d(1), new Flatten(), new Linear(512, 1000));
  }

  static final class LeNet extends Layer {
    public final Layer conv1 = new Conv2d(1, 16, 3, o -> o.padding(1).bias(false));
    public final Layer bn1 = new BatchNorm2d(16);
    public final Layer conv2 = new Conv2d(16, 32, 3, o -> o.padding(1));
    public final Layer fc = new Linear(32 * 2 * 2, 10);

    @Override protected Tensor forward(Tensor x) {
      x = F.maxPool2d(F.relu(bn1.call(conv1.call(x))), 2);
      x = F.maxPool2d(F.relu(conv2.call(x)), 2);
      return fc.call(x.flatten(1));
    }
  }

  static final class Block extends Layer {
    public final Layer conv;
    public final Layer bn;
    public final Layer relu = new ReLU();
    public final Layer shortcut = new Sequential();

    Block(long channels) {
      conv = new Conv2d(channels, channels, 3, o -> o.padding(1));
      bn = new BatchNorm2d(channels);
    }

    @Override protected Tensor forward(Tensor x) {
      return relu.call(relu.call(bn.call(conv.call(x))).add(shortcut.call(x)));
    }
  }

  static final class Deep extends Layer {
    public final Layer features;
    public final Layer head = new Linear(4, 5);

    Deep() {
      var stage = new Sequential(new Sequential(new Block(4), new Block(4)), new MaxPool2d(2));
      features = new Sequential(new Conv2d(3, 4, 1), stage);
    }

    @Override protected Tensor forward(Tensor x) { return head.call(features.call(x).mean(2, 3)); }
  }

  static final class Shared extends Layer {
    public final Layer first = new Linear(6, 6);
    public final Layer again = first;
    public final Layer last = new Linear(6, 2, o -> o.bias(false));

    @Override protected Tensor forward(Tensor x) { return last.call(again.call(first.call(first.call(x)))); }
  }

  static final class Lists extends Layer {
    public final Layer stem = new Linear(4, 4);
    public final ModuleList<ModuleList<Layer>> stages = new ModuleList<>(
        List.of(new ModuleList<>(List.of(new Linear(4, 4), new ReLU())), new ModuleList<>(List.of(new Linear(4, 3)))));
    public final Layer norm = new BatchNorm1d(4);

    @Override protected Tensor forward(Tensor x) {
      x = stages.get(0).get(1).call(stages.get(0).get(0).call(stem.call(x)));
      return stages.get(1).get(0).call(norm.call(x));
    }
  }

  static final class Partly extends Layer {
    public final Parameter scale = new Parameter(Torch.ones(7));
    public final Layer frozen = new Linear(7, 7);
    public final Layer unused = new Linear(7, 3);
    public final Layer out = new Linear(7, 2);

    Partly() {
      frozen.requiresGrad_(false);
    }

    @Override protected Tensor forward(Tensor x) { return out.call(frozen.call(x).mul(scale)); }
  }

  record Gaussian(Tensor mean, Tensor deviation) {}

  static final class AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn extends Model<Tensor, Gaussian> {
    public final Layer mean = new Linear(8, 3);
    public final Layer deviation = new Linear(8, 3);

    @Override protected Gaussian forward(Tensor x) { return new Gaussian(mean.call(x), deviation.call(x)); }
  }

  static final class Wide extends Layer {
    public final AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn encoder =
        new AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn();
    public final Layer decoder = new Linear(3, 8);

    @Override protected Tensor forward(Tensor x) {
      Gaussian code = encoder.call(x);
      return decoder.call(code.mean().add(code.deviation()));
    }
  }
}
