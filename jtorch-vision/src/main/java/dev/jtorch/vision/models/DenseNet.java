package dev.jtorch.vision.models;

import static java.util.Map.entry;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Checkpointing;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.AvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.vision.keys.OldKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A densely connected network: a convolution, blocks in which every layer sees the outputs of all layers before it, transitions that halve
 * channels and maps between the blocks, and a linear layer on the means of the channels.
 *
 * <p>Shape: input {@code (N, 3, H, W)} with H and W of at least 29, output {@code (N, numClasses)}.
 *
 * <p>Initial values: convolutions Kaiming normal with fan-in; normalisations with weight 1; all biases 0; the linear layer's weight as in
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

  private final Options options;
  /** The layers up to the last normalisation: {@code conv0}, {@code norm0}, .. {@code denseblock1}, {@code transition1} .. */
  public Sequential features;
  /** The linear layer that gives the logits. */
  public Layer classifier;

  /** A network with options. */
  @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
  public DenseNet(UnaryOperator<Options> with) {
    options = with.apply(new Options());
    long channels = options.numInitFeatures();
    var first = new Conv2d(3, channels, 7, o -> o.stride(2).padding(3).bias(false));
    features = new Sequential(entry("conv0", first), entry("norm0", new BatchNorm2d(channels)),
        entry("relu0", new ReLU(o -> o.inplace(true))), entry("pool0", new MaxPool2d(3, o -> o.stride(2).padding(1))));
    classifier = new Linear(appendBlocks(), options.numClasses());
    modules().forEach(DenseNet::draw);
    registerLoadStateDictPreHook((net, load) -> OldKeys.rename(load.state(), OLD_KEY, "$1$2"));
  }

  /** {@return the number of channels after the last block} */
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
  public final Options options() { return options; }

  /** DenseNet-121 for ImageNet's 1000 classes. */
  public static DenseNet densenet121() {
    return densenet121(o -> o);
  }

  /** DenseNet-121 with options. */
  public static DenseNet densenet121(UnaryOperator<Options> with) {
    return new DenseNet(with);
  }

  /** DenseNet-161 for ImageNet's 1000 classes. */
  public static DenseNet densenet161() {
    return densenet161(o -> o);
  }

  /** DenseNet-161 with options. */
  public static DenseNet densenet161(UnaryOperator<Options> with) {
    return new DenseNet(o -> with.apply(o.growthRate(48).blockConfig(6, 12, 36, 24).numInitFeatures(96)));
  }

  /** DenseNet-169 for ImageNet's 1000 classes. */
  public static DenseNet densenet169() {
    return densenet169(o -> o);
  }

  /** DenseNet-169 with options. */
  public static DenseNet densenet169(UnaryOperator<Options> with) {
    return new DenseNet(o -> with.apply(o.blockConfig(6, 12, 32, 32)));
  }

  /** DenseNet-201 for ImageNet's 1000 classes. */
  public static DenseNet densenet201() {
    return densenet201(o -> o);
  }

  /** DenseNet-201 with options. */
  public static DenseNet densenet201(UnaryOperator<Options> with) {
    return new DenseNet(o -> with.apply(o.blockConfig(6, 12, 48, 32)));
  }

  /**
   * Layers each of which takes the block's input and the outputs of all layers before it. They are named {@code denselayer1},
   * {@code denselayer2} and so on.
   *
   * <p>Shape: input {@code (N, C, H, W)}, output {@code (N, C + layers · growthRate, H, W)}.
   *
   * <p>Initial values: those of its layers; a {@link DenseNet} draws its own.
   *
   * <p>Differs from PyTorch: it is no dictionary; {@code block.getModule("denselayer1", DenseLayer.class)} gives a layer.
   *
   * @see <a href="https://arxiv.org/abs/1608.06993">Huang et al., Densely Connected Convolutional Networks, figure 1</a>
   */
  public static class DenseBlock extends FluentLayer<DenseBlock> {
    /** A block of {@code numLayers} layers; it reads those options that concern layers. */
    @SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
    public DenseBlock(long numLayers, long numInputFeatures, Options options) {
      for (long i = 0; i < numLayers; i++) {
        layers().put("denselayer" + (i + 1), new DenseLayer(numInputFeatures + i * options.growthRate(), options));
      }
    }

    private Members<DenseLayer> layers() { return Members.modules(this); }

    @Override protected Tensor forward(Tensor x) {
      List<Tensor> features = new ArrayList<>(List.of(x));
      for (DenseLayer layer : layers()) features.add(layer.call(List.copyOf(features)));
      return Torch.cat(features, 1);
    }

    @Override protected long stateVersion() { return 2; }

    @Override public String typeName() { return "_DenseBlock"; }
  }

  /**
   * A layer of a {@link DenseBlock}: it computes a few new channels from all channels that the block has so far.
   *
   * <p>Formula: {@code y = dropout(conv2(relu2(norm2(conv1(relu1(norm1([x0, x1, ..])))))))}
   *
   * <p>Shape: inputs {@code (N, C_i, H, W)}, whose channels are together {@code numInputFeatures}; output
   * {@code (N, growthRate, H, W)}.
   *
   * <p>Initial values: those of its layers; a {@link DenseNet} draws its own.
   *
   * <p>Differs from PyTorch: a single input is a list of one; saving memory has the limits of {@link Checkpointing}.
   *
   * @see <a href="https://arxiv.org/abs/1608.06993">Huang et al., Densely Connected Convolutional Networks</a>;
   *     <a href="https://arxiv.org/abs/1707.06990">Pleiss et al., Memory-Efficient Implementation of DenseNets</a>
   */
  public static class DenseLayer extends Model<List<Tensor>, Tensor> {
    private final double dropRate;
    private final boolean memoryEfficient;
    /** The normalisation of all inputs. */
    public Layer norm1;
    /** The activation after it. */
    public Layer relu1;
    /** The 1x1 convolution to the bottleneck's channels. */
    public Layer conv1;
    /** The second normalisation. */
    public Layer norm2;
    /** The activation after it. */
    public Layer relu2;
    /** The 3x3 convolution to the new channels. */
    public Layer conv2;

    /** A layer for inputs of {@code numInputFeatures} channels; it reads those options that concern layers. */
    public DenseLayer(long numInputFeatures, Options options) {
      long middle = options.bnSize() * options.growthRate();
      norm1 = new BatchNorm2d(numInputFeatures);
      relu1 = new ReLU(o -> o.inplace(true));
      conv1 = new Conv2d(numInputFeatures, middle, 1, o -> o.bias(false));
      norm2 = new BatchNorm2d(middle);
      relu2 = new ReLU(o -> o.inplace(true));
      conv2 = new Conv2d(middle, options.growthRate(), 3, o -> o.padding(1).bias(false));
      dropRate = options.dropRate();
      memoryEfficient = options.memoryEfficient();
    }

    @Override protected Tensor forward(List<Tensor> features) {
      boolean again = memoryEfficient && features.stream().anyMatch(Tensor::requiresGrad);
      Tensor narrow = again ? checkpointed(features) : narrow(features);
      Tensor added = conv2.call(relu2.call(norm2.call(narrow)));
      return dropRate > 0 ? F.dropout(added, dropRate, training()) : added;
    }

    private Tensor narrow(List<Tensor> features) {
      return conv1.call(relu1.call(norm1.call(Torch.cat(features, 1))));
    }

    private Tensor checkpointed(List<Tensor> features) {
      return Checkpointing.checkpoint(in -> new Tensor[] {narrow(present(in))}, features.toArray(Tensor[]::new), o -> o)
          .get(0);
    }

    private static List<Tensor> present(@Nullable Tensor[] features) {
      return Arrays.stream(features).map(Objects::requireNonNull).toList();
    }

    @Override public String typeName() { return "_DenseLayer"; }
  }

  /**
   * Connects two blocks of a {@link DenseNet}: {@code norm}, {@code relu}, {@code conv} to fewer channels and {@code pool}, which halves
   * the maps. Concatenation needs maps of one size, so only the layers between blocks can shrink them.
   *
   * <p>Shape: input {@code (N, numInputFeatures, H, W)}, output {@code (N, numOutputFeatures, H / 2, W / 2)}, rounded down.
   *
   * <p>Initial values: those of its layers; a {@link DenseNet} draws its own.
   *
   * <p>Differs from PyTorch: nothing.
   *
   * @see <a href="https://arxiv.org/abs/1608.06993">Huang et al., Densely Connected Convolutional Networks, figure 2</a>
   */
  public static class Transition extends Sequential {
    /** A transition from some channels to others. */
    public Transition(long numInputFeatures, long numOutputFeatures) {
      super(entry("norm", new BatchNorm2d(numInputFeatures)), entry("relu", new ReLU(o -> o.inplace(true))),
          entry("conv", new Conv2d(numInputFeatures, numOutputFeatures, 1, o -> o.bias(false))),
          entry("pool", new AvgPool2d(2, o -> o.stride(2))));
    }

    @Override public String typeName() { return "_Transition"; }
  }

  /** How a {@link DenseNet} is built. */
  public static final class Options extends FluentOptions<Options> {
    private long growthRate = 32;
    private List<Long> blockConfig = List.of(6L, 12L, 24L, 16L);
    private long numInitFeatures = 64;
    private long bnSize = 4;
    private double dropRate = 0;
    private long numClasses = 1000;
    private boolean memoryEfficient = false;

    /** Number of channels that each layer adds, the paper's k; default 32. */
    public Options growthRate(long growthRate) {
      return with(o -> o.growthRate = growthRate);
    }

    public long growthRate() { return growthRate; }

    /** Number of layers of each block; default 6, 12, 24 and 16. */
    public Options blockConfig(long... blockConfig) {
      return with(o -> o.blockConfig = LongStream.of(blockConfig).boxed().toList());
    }

    public List<Long> blockConfig() { return blockConfig; }

    /** The channels of the first convolution; default 64. */
    public Options numInitFeatures(long numInitFeatures) {
      return with(o -> o.numInitFeatures = numInitFeatures);
    }

    public long numInitFeatures() { return numInitFeatures; }

    /** The bottleneck between a layer's two convolutions has this times {@code growthRate} channels; default 4. */
    public Options bnSize(long bnSize) {
      return with(o -> o.bnSize = bnSize);
    }

    public long bnSize() { return bnSize; }

    /** Dropout probability for the channels that a layer adds; default 0. */
    public Options dropRate(double dropRate) {
      return with(o -> o.dropRate = dropRate);
    }

    public double dropRate() { return dropRate; }

    /** Number of classes, which is the number of logits; default 1000. */
    public Options numClasses(long numClasses) {
      return with(o -> o.numClasses = numClasses);
    }

    public long numClasses() { return numClasses; }

    /** Recomputes the concatenated inputs of each layer in the backward pass instead of keeping them, which trades time for memory; default
     * false. */
    public Options memoryEfficient(boolean memoryEfficient) {
      return with(o -> o.memoryEfficient = memoryEfficient);
    }

    public boolean memoryEfficient() { return memoryEfficient; }

    @Override protected void validate() {
      blockConfig = List.copyOf(blockConfig);
    }
  }
}
