package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.upsampling.Upsample;
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

  static final class DoubleConv extends Layer {
    public final Sequential doubleConv;

    DoubleConv(long channels, long out, long middle) {
      doubleConv = new Sequential(new Conv2d(channels, middle, 3, o -> o.padding(1).bias(false)),
          new BatchNorm2d(middle), inPlace(), new Conv2d(middle, out, 3, o -> o.padding(1).bias(false)),
          new BatchNorm2d(out), inPlace());
    }

    @Override protected Tensor forward(Tensor x) { return doubleConv.call(x); }
  }

  static final class Down extends Layer {
    public final Sequential maxpoolConv;

    Down(long channels, long out) {
      maxpoolConv = new Sequential(new MaxPool2d(2), new DoubleConv(channels, out, out));
    }

    @Override protected Tensor forward(Tensor x) { return maxpoolConv.call(x); }
  }

  record Maps(Tensor below, Tensor skipped) {}

  static final class Up extends Model<Maps, Tensor> {
    public final Layer up = new Upsample(o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR).alignCorners(true));
    public final DoubleConv conv;

    Up(long channels, long out) {
      conv = new DoubleConv(channels, out, channels / 2);
    }

    @Override protected Tensor forward(Maps maps) {
      Tensor below = up.call(maps.below());
      long dy = maps.skipped().shape().get(2) - below.shape().get(2);
      long dx = maps.skipped().shape().get(3) - below.shape().get(3);
      Tensor padded = F.pad(below, dx / 2, dx - dx / 2, dy / 2, dy - dy / 2);
      return conv.call(Torch.cat(List.of(maps.skipped(), padded), 1));
    }
  }

  static final class OutConv extends Layer {
    public final Layer conv;

    OutConv(long channels, long out) {
      conv = new Conv2d(channels, out, 1);
    }

    @Override protected Tensor forward(Tensor x) { return conv.call(x); }
  }

  static final class UNet extends Layer {
    public final Layer inc;
    public final Layer down1 = new Down(64, 128);
    public final Layer down2 = new Down(128, 256);
    public final Layer down3 = new Down(256, 512);
    public final Layer down4 = new Down(512, 512);
    public final Up up1 = new Up(1024, 256);
    public final Up up2 = new Up(512, 128);
    public final Up up3 = new Up(256, 64);
    public final Up up4 = new Up(128, 64);
    public final Layer outc;

    UNet(long channels, long classes) {
      inc = new DoubleConv(channels, 64, 64);
      outc = new OutConv(64, classes);
    }

    @Override protected Tensor forward(Tensor x) {
      Tensor x1 = inc.call(x);
      Tensor x2 = down1.call(x1);
      Tensor x3 = down2.call(x2);
      Tensor x4 = down3.call(x3);
      Tensor y = up1.call(new Maps(down4.call(x4), x4));
      y = up2.call(new Maps(y, x3));
      y = up3.call(new Maps(y, x2));
      return outc.call(up4.call(new Maps(y, x1)));
    }
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
