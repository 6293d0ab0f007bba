package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.conv.Conv2d;
import java.util.List;

/**
 * A 1x1 convolution to few channels, then 1x1 and 3x3 convolutions side by side, whose outputs are joined.
 *
 * <p>Formula: {@code s = relu(squeeze(x)); y = [relu(expand1x1(s)), relu(expand3x3(s))]}
 *
 * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, expand1x1Planes + expand3x3Planes, H, W)}.
 *
 * <p>Initial values: those of its layers; a {@link SqueezeNet} draws others.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://arxiv.org/abs/1602.07360">Iandola et al., SqueezeNet, figure 1</a>
 */
public class Fire extends FluentLayer<Fire> {
  /** The convolution to few channels. */
  public Layer squeeze;
  /** What follows it. */
  public Layer squeezeActivation;
  /** The convolution of single pixels. */
  public Layer expand1x1;
  /** What follows it. */
  public Layer expand1x1Activation;
  /** The convolution of neighbours. */
  public Layer expand3x3;
  /** What follows it. */
  public Layer expand3x3Activation;

  /** A module of these numbers of channels. */
  public Fire(long inplanes, long squeezePlanes, long expand1x1Planes, long expand3x3Planes) {
    squeeze = new Conv2d(inplanes, squeezePlanes, 1);
    squeezeActivation = new ReLU(o -> o.inplace(true));
    expand1x1 = new Conv2d(squeezePlanes, expand1x1Planes, 1);
    expand1x1Activation = new ReLU(o -> o.inplace(true));
    expand3x3 = new Conv2d(squeezePlanes, expand3x3Planes, 3, o -> o.padding(1));
    expand3x3Activation = new ReLU(o -> o.inplace(true));
  }

  @Override protected Tensor forward(Tensor x) {
    Tensor squeezed = squeezeActivation.call(squeeze.call(x));
    return Torch.cat(List.of(expand1x1Activation.call(expand1x1.call(squeezed)),
        expand3x3Activation.call(expand3x3.call(squeezed))), 1);
  }
}
