package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A 1x1 convolution to few channels, a 3x3 convolution, a 1x1 convolution to many, and a shortcut.
 *
 * <p>Formula: {@code y = relu(bn3(conv3(relu(bn2(conv2(relu(bn1(conv1(x)))))))) + downsample(x))}
 *
 * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, 4 planes, H / stride, W / stride)}, rounded up.
 *
 * <p>Initial values: those of its layers; a {@link ResNet} draws others.
 *
 * <p>Differs from PyTorch: nothing. Like torchvision's it has the stride at the 3x3 convolution, where the paper has it at
 * the first.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al., Deep Residual Learning for Image Recognition, figure 5</a>
 */
public class Bottleneck extends FluentLayer<Bottleneck> {
  private static final long EXPANSION = 4;

  /** The convolution to few channels. */
  public Layer conv1;
  /** The first normalisation. */
  public Layer bn1;
  /** The convolution of neighbours, which has stride, groups and dilation. */
  public Layer conv2;
  /** The second normalisation. */
  public Layer bn2;
  /** The convolution to many channels. */
  public Layer conv3;
  /** The third normalisation. */
  public Layer bn3;
  /** The activation, behind the first two normalisations and behind the sum. */
  public Layer relu;
  /** The shortcut; null where it is the input itself. */
  public @Nullable Layer downsample;

  /** A block. */
  public Bottleneck(long inplanes, long planes, UnaryOperator<BlockOptions> with) {
    BlockOptions options = with.apply(new BlockOptions());
    long widthPerGroup = (long) (planes * (options.baseWidth() / 64.0));
    long width = widthPerGroup * options.groups();
    conv1 = Kernels.conv1x1(inplanes, width, 1);
    bn1 = options.norm(width);
    conv2 = Kernels.conv3x3(width, width, options.stride(), options.groups(), options.dilation());
    bn2 = options.norm(width);
    conv3 = Kernels.conv1x1(width, planes * EXPANSION, 1);
    bn3 = options.norm(planes * EXPANSION);
    relu = new ReLU(o -> o.inplace(true));
    downsample = options.downsample();
  }

  @Override protected Tensor forward(Tensor x) {
    Tensor out = relu.call(bn1.call(conv1.call(x)));
    out = relu.call(bn2.call(conv2.call(out)));
    out = bn3.call(conv3.call(out));
    Tensor shortcut = downsample == null ? x : downsample.call(x);
    return relu.call(out.add_(shortcut));
  }
}
