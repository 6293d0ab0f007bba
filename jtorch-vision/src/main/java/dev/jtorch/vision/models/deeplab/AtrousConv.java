package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;

/**
 * One branch of an {@link ASPP}: a convolution with dilation, a normalisation and a ReLU.
 *
 * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, planes, H, W)}.
 *
 * <p>Initial values: those of its layers; an {@link ASPP} draws others.
 *
 * <p>Differs from PyTorch: torchvision's {@code ASPPConv} is a chain with other keys.
 */
public class AtrousConv extends FluentLayer<AtrousConv> {
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
