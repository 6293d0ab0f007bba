package dev.jtorch.summary;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv1d;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.AvgPool1d;
import dev.jtorch.nn.pooling.AvgPool2d;
import dev.jtorch.nn.pooling.MaxPool1d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.upsampling.Upsample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The networks of goldens/summary/nets.py with several paths, inputs or results. */
final class BranchedNets {
  private BranchedNets() {}

  static final class Bottleneck extends Layer {
    public final Layer conv1;
    public final Layer bn1;
    public final Layer conv2;
    public final Layer bn2;
    public final Layer relu = new ReLU(o -> o.inplace(true));
    public final @Nullable Layer downsample;

    Bottleneck(long channels, long out, long stride) {
      conv1 = new Conv2d(channels, out, 3, o -> o.stride(stride).padding(1).bias(false));
      bn1 = new BatchNorm2d(out);
      conv2 = new Conv2d(out, out, 3, o -> o.padding(1).groups(2).bias(false));
      bn2 = new BatchNorm2d(out);
      downsample = stride == 1 ? null
          : new Sequential(new Conv2d(channels, out, 1, o -> o.stride(stride).bias(false)), new BatchNorm2d(out));
    }

    @Override protected Tensor forward(Tensor x) {
      Tensor y = bn2.call(conv2.call(relu.call(bn1.call(conv1.call(x)))));
      return relu.call(y.add(downsample == null ? x : downsample.call(x)));
    }
  }

  static final class Residual extends Layer {
    public final Layer stem = new Sequential(
        new Conv2d(3, 4, new long[] {7, 5}, o -> o.stride(2).padding(3, 2)),
        new MaxPool2d(3, o -> o.stride(2).padding(1)));
    public final Layer layer1 = new Sequential(new Bottleneck(4, 4, 1), new Bottleneck(4, 4, 1));
    public final Layer layer2 = new Sequential(new Bottleneck(4, 8, 2), new Bottleneck(8, 8, 1));
    public final Layer pool = new AvgPool2d(new long[] {2, 2}, o -> o);
    public final Layer fc = new Linear(8, 5);

    @Override protected Tensor forward(Tensor x) {
      return fc.call(pool.call(layer2.call(layer1.call(stem.call(x)))).flatten(1));
    }
  }

  static final class DoubleConv extends Layer {
    public final Layer doubleConv;

    DoubleConv(long channels, long out) {
      doubleConv = new Sequential(new Conv2d(channels, out, 3, o -> o.padding(1)), new ReLU(o -> o.inplace(true)),
          new Conv2d(out, out, 3, o -> o.padding(1)), new ReLU(o -> o.inplace(true)));
    }

    @Override protected Tensor forward(Tensor x) { return doubleConv.call(x); }
  }

  record Skip(Tensor below, Tensor skipped) {}

  static final class Up extends Model<Skip, Tensor> {
    public final Layer up = new Upsample(o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR).alignCorners(true));
    public final Layer conv;

    Up(long channels, long out) {
      conv = new DoubleConv(channels, out);
    }

    @Override protected Tensor forward(Skip maps) {
      return conv.call(Torch.cat(List.of(maps.skipped(), up.call(maps.below())), 1));
    }
  }

  static final class UNet extends Layer {
    public final Layer inc = new DoubleConv(3, 4);
    public final Layer down1 = new Sequential(new MaxPool2d(2), new DoubleConv(4, 8));
    public final Layer down2 = new Sequential(new MaxPool2d(2), new DoubleConv(8, 8));
    public final Up up1 = new Up(16, 4);
    public final Up up2 = new Up(8, 4);
    public final Layer outc = new Conv2d(4, 2, 1);

    @Override protected Tensor forward(Tensor x) {
      Tensor x1 = inc.call(x);
      Tensor x2 = down1.call(x1);
      return outc.call(up2.call(new Skip(up1.call(new Skip(down2.call(x2), x2)), x1)));
    }
  }

  record Two(Tensor left, Tensor right) {
    static Two of(List<Tensor> inputs) { return new Two(inputs.get(0), inputs.get(1)); }
  }

  static final class Pair extends Model<Two, Tensor> {
    public final Layer left = new Linear(3, 4);
    public final Layer right = new Linear(5, 4);
    public final Layer out = new Linear(4, 2);

    @Override protected Tensor forward(Two two) {
      return out.call(left.call(two.left()).add(right.call(two.right().toFloat())));
    }
  }

  record State(Tensor h, Tensor c) {}

  record Steps(Tensor output, State last) {}

  static final class Cell extends Model<Tensor, Steps> {
    public final Parameter weightIhL0 = new Parameter(Torch.ones(4, 3));
    public final Parameter weightHhL0 = new Parameter(Torch.ones(4, 4));
    public final Parameter biasL0 = new Parameter(Torch.ones(4));
    public final Parameter start = new Parameter(Torch.ones(4));

    Cell() {
      start.requiresGrad_(false);
    }

    @Override protected Steps forward(Tensor x) {
      Tensor h = start.expand(x.shape().get(0), 4);
      var steps = new ArrayList<Tensor>();
      for (Tensor step : x.unbind(1)) {
        h = step.matmul(weightIhL0.t()).add(h.matmul(weightHhL0.t())).add(biasL0).tanh();
        steps.add(h);
      }
      return new Steps(Torch.stack(steps, 1), new State(h, h.mul(2)));
    }
  }

  static final class Recurrent extends Layer {
    public final Cell cell = new Cell();
    public final Layer head = new Linear(4, 2);

    @Override protected Tensor forward(Tensor x) { return head.call(cell.call(x).last().h()); }
  }

  record Levels(List<Two> deep, Tensor flat) {}

  static final class Body extends Model<Tensor, Levels> {
    public final Layer conv = new Conv1d(2, 3, 3);
    public final Layer pool = new AvgPool1d(2);
    public final Layer max = new MaxPool1d(2);

    @Override protected Levels forward(Tensor x) {
      Tensor y = conv.call(x);
      return new Levels(List.of(new Two(pool.call(y), y)), max.call(y));
    }
  }

  static final class Head extends Model<List<Object>, Map<String, Tensor>> {
    public final Layer fc = new Linear(4, 2);

    @Override protected Map<String, Tensor> forward(List<Object> levels) {
      var last = (Tensor) levels.get(1);
      var maps = new LinkedHashMap<String, Tensor>();
      maps.put("large", last);
      maps.put("small", fc.call(last));
      return maps;
    }
  }

  static final class Scales extends Layer {
    public final Body body = new Body();
    public final Head head = new Head();

    @Override protected Tensor forward(Tensor x) {
      Levels levels = body.call(x);
      return Objects.requireNonNull(head.call(List.of(levels.deep(), levels.flat())).get("small"));
    }
  }

  /** A linear layer under Python's name, after its weight was pruned. */
  static final class PrunedLinear extends Layer {
    public final Parameter bias = new Parameter(Torch.ones(2));
    public final Parameter weightOrig = new Parameter(Torch.ones(2, 3));
    public final Buffer weightMask =
        new Buffer(Torch.tensor(new float[][] {{1, 0, 1}, {0, 1, 1}}));

    @Override public String typeName() { return "Linear"; }

    @Override protected Tensor forward(Tensor x) { return x.matmul(weightOrig.mul(weightMask).t()).add(bias); }
  }

  static Layer pruned() {
    var half = new Linear(2, 2);
    Objects.requireNonNull(half.bias).requiresGrad_(false);
    return new Sequential(new PrunedLinear(), half);
  }
}
