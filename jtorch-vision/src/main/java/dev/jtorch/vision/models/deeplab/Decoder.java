package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What makes logits of the last map of 256 channels and of the early map, in whose size they are.
 *
 * <p>Formula: {@code y = lastConv([resize(high), relu(bn1(conv1(low)))])}
 *
 * <p>Shape: input {@code (N, 256, h, w)} and {@code (N, lowChannels, H, W)}, output {@code (N, numClasses, H, W)}.
 *
 * <p>Initial values: convolutions after He, from fans in, the last bias as in {@link Conv2d}; scales 1, shifts 0.
 *
 * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
 *
 * @see <a href="https://arxiv.org/abs/1802.02611">Chen et al., Encoder-Decoder with Atrous Separable Convolution, figure 2</a>
 */
public class Decoder extends MapsToLogits {
  private static final long LOW_PLANES = 48;

  /** The convolution of the early map to few channels. */
  public Layer conv1;
  /** The normalisation behind it. */
  public Layer bn1;
  /** The activation behind that. */
  public Layer relu;
  /** The convolutions of both maps, with dropouts. */
  public Sequential lastConv;

  /** A decoder for a backbone's early map. */
  @SuppressWarnings("this-escape") // the walk that draws values reads fields, which are all set by then
  public Decoder(long numClasses, long lowChannels, LongFunction<? extends BatchNorm2d> norm) {
    conv1 = new Conv2d(lowChannels, LOW_PLANES, 1, o -> o.bias(false));
    bn1 = norm.apply(LOW_PLANES);
    relu = new ReLU();
    lastConv = new Sequential(conv3x3(ASPP.PLANES + LOW_PLANES), norm.apply(ASPP.PLANES), new ReLU(), new Dropout(0.5),
        conv3x3(ASPP.PLANES), norm.apply(ASPP.PLANES), new ReLU(), new Dropout(0.1),
        new Conv2d(ASPP.PLANES, numClasses, 1));
    HeadValues.draw(this);
  }

  private static Conv2d conv3x3(long in) {
    return new Conv2d(in, ASPP.PLANES, 3, o -> o.padding(1).bias(false));
  }

  @Override protected Tensor forward(Backbone.Maps maps) {
    Tensor low = relu.call(bn1.call(conv1.call(maps.low())));
    return lastConv.call(Torch.cat(List.of(Bilinear.resize(maps.high(), low), low), 1));
  }
}
