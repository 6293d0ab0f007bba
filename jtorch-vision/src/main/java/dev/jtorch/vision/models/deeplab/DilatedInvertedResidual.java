package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.activation.ReLU6;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;

/**
 * A block of MobileNetV2: a convolution of single pixels to many channels, one of neighbours in each channel, one to few channels,
 * and the input itself where that has the form of the output.
 *
 * <p>Shape: input {@code (N, in, H, W)}, output {@code (N, out, H / stride, W / stride)}, rounded up.
 *
 * <p>Initial values: those of its layers; a {@link DilatedMobileNetV2} draws others.
 *
 * <p>Differs from PyTorch: torchvision's {@code InvertedResidual} has no dilation, and pads at the convolution of neighbours. Here
 * zeros are put around the block's input, and what the first convolution and its normalisation make of them is not zero.
 *
 * @see <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2</a>
 */
public class DilatedInvertedResidual extends FluentLayer<DilatedInvertedResidual> {
  private final boolean addsInput;
  private final long border;
  /** The convolutions with what follows each. */
  public Sequential conv;

  DilatedInvertedResidual(long in, Stage stage, long stride, BackboneOptions options) {
    long hidden = in * stage.expansion();
    long out = stage.channels();
    addsInput = stride == 1 && in == out;
    border = stage.dilation(); // of a kernel of 3
    conv = new Sequential();
    if (stage.expansion() != 1) appendActive(new Conv2d(in, hidden, 1, o -> o.bias(false)), options);
    appendActive(new Conv2d(hidden, hidden, 3,
        o -> o.stride(stride).dilation(stage.dilation()).groups(hidden).bias(false)), options);
    conv.append(new Conv2d(hidden, out, 1, o -> o.bias(false))).append(options.norm(out));
  }

  private void appendActive(Conv2d next, BackboneOptions options) {
    conv.append(next).append(options.norm(next.outChannels())).append(new ReLU6(o -> o.inplace(true)));
  }

  @Override protected Tensor forward(Tensor x) {
    Tensor out = conv.call(F.pad(x, border, border, border, border));
    return addsInput ? x.add(out) : out;
  }

  @Override public String typeName() { return "InvertedResidual"; }

  /**
   * What the blocks of a stage share.
   *
   * @param expansion how many times more channels there are within a block than before it
   * @param channels how many channels a block puts out
   * @param dilation the steps between the elements of the kernel
   */
  record Stage(long expansion, long channels, long dilation) {
  }
}
