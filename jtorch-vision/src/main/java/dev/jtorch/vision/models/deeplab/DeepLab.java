package dev.jtorch.vision.models.deeplab;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.BatchNorm;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.shape.Identity;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * DeepLabV3+: a backbone with dilation, {@link ASPP} on its last map, and a decoder that also looks at an early map.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, output {@code (N, numClasses, H, W)}: logits for each pixel. In training batches have at least
 * two images.
 *
 * <p>Initial values: those of its parts, each of which draws its own: a pretrained backbone stays as it is.
 *
 * <p>Differs from PyTorch: torchvision has DeepLabV3 without the decoder. Names and keys are those of the implementation that is best
 * known, in which {@code train()} undoes the freezing of normalisations; here they stay frozen.
 *
 * @see <a href="https://arxiv.org/abs/1802.02611">Chen et al., Encoder-Decoder with Atrous Separable Convolution for Semantic
 *     Image Segmentation</a>
 */
public class DeepLab extends SegmentationNet {
  /** The number of channels between the parts, as in the paper. */
  private static final long PLANES = 256;

  private final boolean frozen;
  /** The spatial pyramid on the last map; an {@link Identity} without the header. */
  public Layer aspp;
  /** The decoder, which computes logits from both maps. */
  public MapsToLogits decoder;

  /** A network for 21 classes on a ResNet-101. */
  public DeepLab() {
    this(o -> o);
  }

  /**
   * A network with options: {@code new DeepLab(o -> o.backbone(BackboneKind.MOBILENET).numClasses(5))}.
   *
   * @throws dev.jtorch.TorchException if the output stride is neither 8 nor 16
   */
  @SuppressWarnings("this-escape") // the walk that freezes reads fields, which are all set by then
  public DeepLab(UnaryOperator<Options> with) {
    this(with.apply(new Options()));
  }

  private DeepLab(Options options) {
    super(options.buildBackbone());
    Backbone.Options layers = options.forBackbone();
    if (options.deeplabHeader()) {
      aspp = new ASPP(backbone.highChannels(), options.outputStride(), layers.normLayer());
      decoder = new Decoder(options.numClasses(), backbone.lowChannels(), layers.normLayer());
    } else {
      aspp = new Identity();
      decoder = new PlainDecoder(options.numClasses(), backbone.highChannels(), layers.normLayer());
    }
    frozen = options.freezeBn();
    if (frozen) freezeBn();
  }

  @Override final List<Module> heads() { return List.of(aspp, decoder); }

  @Override protected Tensor forward(Tensor x) {
    Backbone.Maps maps = backbone.call(x);
    return resize(decoder.call(new Backbone.Maps(aspp.call(maps.high()), maps.low())), x);
  }

  /** Puts all batch normalisations in evaluation mode, until somebody puts the network in training mode. */
  public final void freezeBn() {
    for (Module module : modules()) if (module instanceof BatchNorm<?>) module.eval();
  }

  /** Normalisations that were built frozen stay in evaluation mode. */
  @Override public DeepLab train(boolean mode) {
    super.train(mode);
    if (frozen) freezeBn();
    return this;
  }

  /**
   * Atrous spatial pyramid pooling: kernels of several dilations and the mean of the map see objects at several scales; their outputs are
   * concatenated.
   *
   * <p>Formula: {@code y = dropout(relu(bn1(conv1([aspp1(x), .. aspp4(x), mean(x)]))))}
   *
   * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, 256, H, W)}. In training the mean needs batches of at least two.
   *
   * <p>Initial values: convolutions Kaiming normal with fan-in; scales 1, shifts 0.
   *
   * <p>Differs from PyTorch: torchvision's {@code ASPP} has other keys and dilations, and no second dropout.
   *
   * @see <a href="https://arxiv.org/abs/1706.05587">Chen et al., Rethinking Atrous Convolution for Semantic Image Segmentation,
   *     section 3.3</a>
   */
  public static class ASPP extends FluentLayer<ASPP> {
    /** The dilations of the 3x3 kernels at an output stride of 16; at 8 they double, so that they cover the same part of the image. */
    private static final long[] DILATIONS = {6, 12, 18};

    /** Single pixels. */
    public Layer aspp1;
    /** The narrowest kernel of 3x3. */
    public Layer aspp2;
    /** The next kernel. */
    public Layer aspp3;
    /** The widest kernel. */
    public Layer aspp4;
    /** The mean of each channel, of which a convolution, a normalisation and a ReLU make 256 channels. */
    public Sequential globalAvgPool;
    /** The convolution that joins all. */
    public Layer conv1;
    /** The normalisation after it. */
    public Layer bn1;
    /** The activation after that. */
    public Layer relu;
    /** The dropout at the end. */
    public Layer dropout;

    /**
     * A layer for maps of a backbone.
     *
     * @throws TorchException if the output stride is neither 8 nor 16
     */
    @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
    public ASPP(long inplanes, long outputStride, LongFunction<? extends BatchNorm2d> norm) {
      if (outputStride != 8 && outputStride != 16) {
        throw new TorchException("ASPP: outputStride is " + outputStride + " (expected: 8 or 16)");
      }
      long times = 16 / outputStride;
      aspp1 = new AtrousConv(inplanes, PLANES, 1, 1, norm);
      aspp2 = new AtrousConv(inplanes, PLANES, 3, times * DILATIONS[0], norm);
      aspp3 = new AtrousConv(inplanes, PLANES, 3, times * DILATIONS[1], norm);
      aspp4 = new AtrousConv(inplanes, PLANES, 3, times * DILATIONS[2], norm);
      globalAvgPool = new Sequential(new AdaptiveAvgPool2d(1, 1),
          new Conv2d(inplanes, PLANES, 1, o -> o.bias(false)), norm.apply(PLANES), new ReLU());
      conv1 = new Conv2d(5 * PLANES, PLANES, 1, o -> o.bias(false));
      bn1 = norm.apply(PLANES);
      relu = new ReLU();
      dropout = new Dropout(0.5);
      draw(this);
    }

    @Override protected Tensor forward(Tensor x) {
      Tensor mean = resize(globalAvgPool.call(x), x);
      Tensor all = Torch.cat(List.of(aspp1.call(x), aspp2.call(x), aspp3.call(x), aspp4.call(x), mean), 1);
      return dropout.call(relu.call(bn1.call(conv1.call(all))));
    }
  }

  /**
   * One branch of an {@link ASPP}: a convolution with dilation, a normalisation and a ReLU.
   *
   * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, planes, H, W)}.
   *
   * <p>Initial values: those of its layers; an {@link ASPP} draws its own.
   *
   * <p>Differs from PyTorch: torchvision's {@code ASPPConv} is a chain with other keys.
   */
  public static class AtrousConv extends FluentLayer<AtrousConv> {
    /** The convolution. */
    public Layer atrousConv;
    /** The normalisation. */
    public Layer bn;
    /** The activation. */
    public Layer relu;

    /** A branch whose kernel of 1x1 or 3x3 has some steps between its elements. */
    AtrousConv(long inplanes, long planes, long kernelSize, long dilation, LongFunction<? extends BatchNorm2d> norm) {
      long padding = dilation * (kernelSize / 2);
      atrousConv = new Conv2d(inplanes, planes, kernelSize, o -> o.padding(padding).dilation(dilation).bias(false));
      bn = norm.apply(planes);
      relu = new ReLU();
    }

    @Override protected Tensor forward(Tensor x) { return relu.call(bn.call(atrousConv.call(x))); }

    @Override public String typeName() { return "_ASPPModule"; }
  }

  /** Computes logits from a backbone's two maps. */
  public static abstract class MapsToLogits extends Model<Backbone.Maps, Tensor> {
    MapsToLogits() {}
  }

  /**
   * Computes logits from the last map, of 256 channels, and the early map, whose size they have.
   *
   * <p>Formula: {@code y = lastConv([resize(high), relu(bn1(conv1(low)))])}
   *
   * <p>Shape: input {@code (N, 256, h, w)} and {@code (N, lowChannels, H, W)}, output {@code (N, numClasses, H, W)}.
   *
   * <p>Initial values: convolutions Kaiming normal with fan-in, the last bias as in {@link Conv2d}; scales 1, shifts 0.
   *
   * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
   *
   * @see <a href="https://arxiv.org/abs/1802.02611">Chen et al., Encoder-Decoder with Atrous Separable Convolution, figure 2</a>
   */
  public static class Decoder extends MapsToLogits {
    private static final long LOW_PLANES = 48;

    /** The convolution of the early map to few channels. */
    public Layer conv1;
    /** The normalisation after it. */
    public Layer bn1;
    /** The activation after that. */
    public Layer relu;
    /** The convolutions of both maps, with dropouts. */
    public Sequential lastConv;

    /** A decoder for a backbone's early map. */
    @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
    public Decoder(long numClasses, long lowChannels, LongFunction<? extends BatchNorm2d> norm) {
      conv1 = new Conv2d(lowChannels, LOW_PLANES, 1, o -> o.bias(false));
      bn1 = norm.apply(LOW_PLANES);
      relu = new ReLU();
      lastConv = new Sequential(conv3x3(PLANES + LOW_PLANES), norm.apply(PLANES), new ReLU(), new Dropout(0.5),
          conv3x3(PLANES), norm.apply(PLANES), new ReLU(), new Dropout(0.1),
          new Conv2d(PLANES, numClasses, 1));
      draw(this);
    }

    private static Conv2d conv3x3(long in) {
      return new Conv2d(in, PLANES, 3, o -> o.padding(1).bias(false));
    }

    @Override protected Tensor forward(Backbone.Maps maps) {
      Tensor low = relu.call(bn1.call(conv1.call(maps.low())));
      return lastConv.call(Torch.cat(List.of(resize(maps.high(), low), low), 1));
    }
  }

  /**
   * The decoder of a {@link DeepLab} without header, which looks at the last map only.
   *
   * <p>Formula: {@code y = probConv(featConv(high))}
   *
   * <p>Shape: input {@code (N, highChannels, h, w)} and an early map that is not used, output {@code (N, numClasses, h, w)}.
   *
   * <p>Initial values: convolutions Kaiming normal with fan-in, the last bias as in a convolution; scales 1, shifts 0.
   *
   * <p>Differs from PyTorch: it has no such layer.
   */
  public static class PlainDecoder extends MapsToLogits {
    /** A 3x3 convolution to 256 channels, a normalisation and a ReLU. */
    public Layer featConv;
    /** A dropout, and the convolution of single pixels to the classes. */
    public Layer probConv;

    /** A decoder for a backbone's last map. */
    @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
    public PlainDecoder(long numClasses, long highChannels, LongFunction<? extends BatchNorm2d> norm) {
      featConv = features(highChannels, norm);
      probConv = logits(numClasses);
      draw(this);
    }

    /** A 3x3 convolution to 256 channels, a normalisation and a ReLU. */
    static Sequential features(long in, LongFunction<? extends BatchNorm2d> norm) {
      return new Sequential(new Conv2d(in, PLANES, 3, o -> o.padding(1).bias(false)), norm.apply(PLANES), new ReLU());
    }

    /** A dropout, and a convolution of single pixels to the classes. */
    static Sequential logits(long numClasses) {
      return new Sequential(new Dropout(0.1), new Conv2d(PLANES, numClasses, 1));
    }

    @Override protected Tensor forward(Backbone.Maps maps) { return probConv.call(featConv.call(maps.high())); }
  }

  /** The backbones that a {@link DeepLab} can stand on. */
  public enum BackboneKind {
    /** ResNet-101; see {@link DilatedResNet}. */
    RESNET,
    /** MobileNetV2; see {@link DilatedMobileNetV2}. */
    MOBILENET
  }

  /** How a {@link DeepLab} is built. */
  public static final class Options extends FluentOptions<Options> {
    private BackboneKind backbone = BackboneKind.RESNET;
    private long outputStride = 16;
    private long numClasses = 21;
    private boolean syncBn = true;
    private boolean freezeBn = false;
    private boolean deeplabHeader = true;
    private @Nullable Map<String, ? extends Tensor> pretrained;

    /** The backbone; default a ResNet-101. */
    public Options backbone(BackboneKind backbone) {
      return with(o -> o.backbone = backbone);
    }

    public BackboneKind backbone() { return backbone; }

    /** The images are this much larger than the last map, 8 or 16; default 16. */
    public Options outputStride(long outputStride) {
      return with(o -> o.outputStride = outputStride);
    }

    public long outputStride() { return outputStride; }

    /** Number of classes, which is the number of logits of each pixel; default 21. */
    public Options numClasses(long numClasses) {
      return with(o -> o.numClasses = numClasses);
    }

    public long numClasses() { return numClasses; }

    /** Whether normalisations are {@link SynchronizedBatchNorm2d} or plain ones; default true. */
    public Options syncBn(boolean syncBn) {
      return with(o -> o.syncBn = syncBn);
    }

    public boolean syncBn() { return syncBn; }

    /** Keeps all batch normalisations in evaluation mode; default false. */
    public Options freezeBn(boolean freezeBn) {
      return with(o -> o.freezeBn = freezeBn);
    }

    public boolean freezeBn() { return freezeBn; }

    /** Whether there are {@link ASPP} and {@link Decoder}, or just two convolutions on the last map; default true. */
    public Options deeplabHeader(boolean deeplabHeader) {
      return with(o -> o.deeplabHeader = deeplabHeader);
    }

    public boolean deeplabHeader() { return deeplabHeader; }

    /** The backbone's state to begin with; see {@link Backbone.Options}; default null. */
    public Options pretrained(@Nullable Map<String, ? extends Tensor> pretrained) {
      return with(o -> o.pretrained = pretrained);
    }

    public @Nullable Map<String, ? extends Tensor> pretrained() { return pretrained; }

    Backbone.Options forBackbone() {
      return new Backbone.Options().outputStride(outputStride).syncBn(syncBn).pretrained(pretrained);
    }

    Backbone buildBackbone() {
      Backbone.Options options = forBackbone();
      return switch (backbone) {
        case RESNET -> DilatedResNet.resnet101(o -> options);
        case MOBILENET -> new DilatedMobileNetV2(o -> options);
      };
    }
  }
}
