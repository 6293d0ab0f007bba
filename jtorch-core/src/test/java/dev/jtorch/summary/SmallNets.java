package dev.jtorch.summary;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;

/** The networks of goldens/summary/nets.py that each show one habit of torchsummary. */
final class SmallNets {
  private SmallNets() {}

  static final class Stem extends Layer {
    public final Sequential layer0 = new Sequential(
        new Conv2d(3, 64, 7, o -> o.stride(2).padding(3).bias(false)), new BatchNorm2d(64), new ReLU());

    @Override protected Tensor forward(Tensor x) { return layer0.call(x); }

    Stem frozen() {
      layer0.get(0).requiresGrad_(false);
      return this;
    }
  }

  static final class Twice extends Layer {
    public final Layer fc = new Linear(4, 4);

    @Override protected Tensor forward(Tensor x) { return fc.call(fc.call(x)); }
  }

  static final class Scale extends Layer {
    public final Parameter scale = new Parameter(Torch.ones(5));

    @Override protected Tensor forward(Tensor x) { return x.mul(scale); }
  }

  static final class Scaled extends Layer {
    public final Layer scale = new Scale();
    public final Layer norm = new BatchNorm1d(5);

    @Override protected Tensor forward(Tensor x) { return norm.call(scale.call(x)); }
  }

  static final class Heads extends Model<Tensor, BranchedNets.Two> {
    public final Layer box = new Conv2d(3, 2, 1);
    public final Layer score = new Conv2d(3, 1, 1);

    @Override protected BranchedNets.Two forward(Tensor x) { return new BranchedNets.Two(box.call(x), score.call(x)); }
  }

  static final class Detector extends Model<Tensor, BranchedNets.Two> {
    public final Heads heads = new Heads();

    @Override protected BranchedNets.Two forward(Tensor x) { return heads.call(x); }
  }

  static final class Sum extends Model<BranchedNets.Two, Tensor> {
    public final Layer conv = new Conv2d(3, 1, 1);

    @Override protected Tensor forward(BranchedNets.Two two) { return conv.call(two.left().add(two.right())); }
  }
}
