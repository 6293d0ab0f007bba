package dev.jtorch.vision.models;

import static java.util.Map.entry;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.vision.keys.OldKeys;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A densely connected network: a convolution, blocks whose layers see all that came before, transitions that halve channels and
 * images between the blocks, and a linear layer on the means of the channels.
 *
 * <p>Shape: input {@code (N, 3, H, W)} with H and W of at least 29, output {@code (N, numClasses)}.
 *
 * <p>Initial values: convolutions after He, from fans in; scales 1, shifts and biases 0; the linear layer's weight as in
 * {@link Linear}. The same seed gives the values that torchvision draws.
 *
 * <p>Differs from PyTorch: {@code loadStateDict} also takes the keys of older files, such as {@code denselayer1.norm.1.weight},
 * which torchvision takes from its own files only; a network read by {@code WholeModel} has forgotten that, as it forgets all
 * hooks. A builder's own sizes may be changed. Weights are loaded with {@code loadStateDict} or {@link Models#getModel}.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/densenet.html">torchvision's DenseNet</a>;
 *     <a href="https://arxiv.org/abs/1608.06993">Huang et al., Densely Connected Convolutional Networks</a>
 */
public class DenseNet extends FluentLayer<DenseNet> {
  private static final Pattern OLD_KEY = Pattern
      .compile("^(.*denselayer\\d+\\.(?:norm|relu|conv))\\.((?:[12])\\.(?:weight|bias|running_mean|running_var))$");

  private final DenseNetOptions options;
  /** The layers up to the last normalisation: {@code conv0}, {@code norm0}, .. {@code denseblock1}, {@code transition1} .. */
  public Sequential features;
  /** The linear layer that gives the logits. */
  public Layer classifier;

  /** A network with options. */
  @SuppressWarnings("this-escape") // the walk that draws values reads fields, which are all set by then
  public DenseNet(UnaryOperator<DenseNetOptions> with) {
    options = with.apply(new DenseNetOptions());
    long channels = options.numInitFeatures();
    var first = new Conv2d(3, channels, 7, o -> o.stride(2).padding(3).bias(false));
    features = new Sequential(entry("conv0", first), entry("norm0", new BatchNorm2d(channels)),
        entry("relu0", new ReLU(o -> o.inplace(true))), entry("pool0", new MaxPool2d(3, o -> o.stride(2).padding(1))));
    classifier = new Linear(appendBlocks(), options.numClasses());
    modules().forEach(DenseNet::draw);
    registerLoadStateDictPreHook((net, load) -> OldKeys.rename(load.state(), OLD_KEY, "$1$2"));
  }

  /** {@return how many channels there are at the end} */
  private long appendBlocks() {
    List<Long> blocks = options.blockConfig();
    long channels = options.numInitFeatures();
    for (int i = 1; i <= blocks.size(); i++) {
      long layers = blocks.get(i - 1);
      features.append("denseblock" + i, new DenseBlock(layers, channels, options));
      channels += layers * options.growthRate();
      if (i == blocks.size()) break;
      features.append("transition" + i, new Transition(channels, channels / 2));
      channels /= 2;
    }
    features.append("norm5", new BatchNorm2d(channels));
    return channels;
  }

  private static void draw(Module module) {
    if (module instanceof Conv2d conv) Init.kaimingNormal_(conv.weight);
    else if (module instanceof Linear linear && linear.bias != null) Init.zeros_(linear.bias);
    InitialValues.plainNorm(module);
  }

  @Override protected Tensor forward(Tensor x) {
    Tensor out = F.relu_(features.call(x));
    return classifier.call(F.adaptiveAvgPool2d(out, 1, 1).flatten(1));
  }

  /** {@return how the network was built} */
  public final DenseNetOptions options() { return options; }

  /** DenseNet-121 for ImageNet's 1000 classes. */
  public static DenseNet densenet121() {
    return densenet121(o -> o);
  }

  /** DenseNet-121 with options. */
  public static DenseNet densenet121(UnaryOperator<DenseNetOptions> with) {
    return new DenseNet(with);
  }

  /** DenseNet-161 for ImageNet's 1000 classes. */
  public static DenseNet densenet161() {
    return densenet161(o -> o);
  }

  /** DenseNet-161 with options. */
  public static DenseNet densenet161(UnaryOperator<DenseNetOptions> with) {
    return new DenseNet(o -> with.apply(o.growthRate(48).blockConfig(6, 12, 36, 24).numInitFeatures(96)));
  }

  /** DenseNet-169 for ImageNet's 1000 classes. */
  public static DenseNet densenet169() {
    return densenet169(o -> o);
  }

  /** DenseNet-169 with options. */
  public static DenseNet densenet169(UnaryOperator<DenseNetOptions> with) {
    return new DenseNet(o -> with.apply(o.blockConfig(6, 12, 32, 32)));
  }

  /** DenseNet-201 for ImageNet's 1000 classes. */
  public static DenseNet densenet201() {
    return densenet201(o -> o);
  }

  /** DenseNet-201 with options. */
  public static DenseNet densenet201(UnaryOperator<DenseNetOptions> with) {
    return new DenseNet(o -> with.apply(o.blockConfig(6, 12, 48, 32)));
  }
}
