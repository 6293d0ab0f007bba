package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Atrous spatial pyramid pooling: looks at a map with kernels of four spreads and at its mean, and joins what they see.
 *
 * <p>Formula: {@code y = dropout(relu(bn1(conv1([aspp1(x), .. aspp4(x), mean(x)]))))}
 *
 * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, 256, H, W)}. In training the mean needs batches of at least two.
 *
 * <p>Initial values: convolutions after He, from fans in; scales 1, shifts 0.
 *
 * <p>Differs from PyTorch: torchvision's {@code ASPP} has other keys, spreads and no second dropout.
 *
 * @see <a href="https://arxiv.org/abs/1706.05587">Chen et al., Rethinking Atrous Convolution for Semantic Image Segmentation,
 *     section 3.3</a>
 */
public class ASPP extends FluentLayer<ASPP> {
  static final long PLANES = 256;
  /** The spreads of the kernels at an output stride of 16; at 8 those of 3x3 are twice as large. */
  private static final long[] SPREADS = {6, 12, 18};

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
  /** The normalisation behind it. */
  public Layer bn1;
  /** The activation behind that. */
  public Layer relu;
  /** The dropout at the end. */
  public Layer dropout;

  /**
   * A layer for maps of a backbone.
   *
   * @throws TorchException if the output stride is neither 8 nor 16
   */
  @SuppressWarnings("this-escape") // the walk that draws values reads fields, which are all set by then
  public ASPP(long inplanes, long outputStride, LongFunction<? extends BatchNorm2d> norm) {
    if (outputStride != 8 && outputStride != 16) {
      throw new TorchException("ASPP: outputStride is " + outputStride + " (expected: 8 or 16)");
    }
    long times = 16 / outputStride;
    aspp1 = new AtrousConv(inplanes, PLANES, 1, 1, norm);
    aspp2 = new AtrousConv(inplanes, PLANES, 3, times * SPREADS[0], norm);
    aspp3 = new AtrousConv(inplanes, PLANES, 3, times * SPREADS[1], norm);
    aspp4 = new AtrousConv(inplanes, PLANES, 3, times * SPREADS[2], norm);
    globalAvgPool = new Sequential(new AdaptiveAvgPool2d(1, 1),
        new Conv2d(inplanes, PLANES, 1, o -> o.bias(false)), norm.apply(PLANES), new ReLU());
    conv1 = new Conv2d(5 * PLANES, PLANES, 1, o -> o.bias(false));
    bn1 = norm.apply(PLANES);
    relu = new ReLU();
    dropout = new Dropout(0.5);
    HeadValues.draw(this);
  }

  @Override protected Tensor forward(Tensor x) {
    Tensor mean = Bilinear.resize(globalAvgPool.call(x), x);
    Tensor all = Torch.cat(List.of(aspp1.call(x), aspp2.call(x), aspp3.call(x), aspp4.call(x), mean), 1);
    return dropout.call(relu.call(bn1.call(conv1.call(all))));
  }
}
