package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.nn.norm.BatchNorm;
import java.util.List;
import java.util.function.UnaryOperator;

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
  private final boolean frozen;
  /** What looks at the last map with kernels of several spreads; passes it on where there is no header. */
  public Layer aspp;
  /** What makes logits of both maps. */
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
  public DeepLab(UnaryOperator<DeepLabOptions> with) {
    this(with.apply(new DeepLabOptions()));
  }

  private DeepLab(DeepLabOptions options) {
    super(options.buildBackbone());
    BackboneOptions layers = options.forBackbone();
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
    return Bilinear.resize(decoder.call(new Backbone.Maps(aspp.call(maps.high()), maps.low())), x);
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
}
