package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A small network for segmentation: MobileNetV2 with dilation, two convolutions, and logits in the images' size.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, output {@code (N, numClasses, H, W)}.
 *
 * <p>Initial values: the backbone's own; in the heads convolutions Kaiming normal with fan-in, the last bias as in a convolution, scales 1,
 * shifts 0.
 *
 * <p>Differs from PyTorch: it has no such network.
 */
public class MobileNetV2Segmentation extends SegmentationNet {
  /** A 3x3 convolution to 256 channels, a normalisation and a ReLU. */
  public Layer featConv;
  /** A dropout, and the convolution of single pixels to the classes. */
  public Layer probConv;

  /** A network for two classes, with an output stride of 8 and synchronised normalisations. */
  public MobileNetV2Segmentation() {
    this(2, o -> o);
  }

  /**
   * A network whose backbone has options; the default output stride is 8, and the normalisations are synchronised.
   *
   * @throws dev.jtorch.TorchException if the output stride is not 8, 16 or 32
   */
  public MobileNetV2Segmentation(long numClasses, UnaryOperator<Backbone.Options> with) {
    this(numClasses, with.apply(new Backbone.Options().outputStride(8).syncBn(true)));
  }

  private MobileNetV2Segmentation(long numClasses, Backbone.Options options) {
    super(new DilatedMobileNetV2(o -> options));
    featConv = DeepLab.PlainDecoder.features(backbone.highChannels(), options.normLayer());
    probConv = DeepLab.PlainDecoder.logits(numClasses);
    heads().forEach(SegmentationNet::draw);
  }

  @Override final List<Module> heads() { return List.of(featConv, probConv); }

  @Override protected Tensor forward(Tensor x) {
    return resize(probConv.call(featConv.call(backbone.call(x).high())), x);
  }
}
