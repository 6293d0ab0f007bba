package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Two 3x3 convolutions and a shortcut.
 *
 * <p>Formula: {@code y = relu(bn2(conv2(relu(bn1(conv1(x))))) + downsample(x))}
 *
 * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, planes, H / stride, W / stride)}, rounded up.
 *
 * <p>Initial values: those of its layers; a {@link ResNet} draws others.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al., Deep Residual Learning for Image Recognition, figure 5</a>
 */
public class BasicBlock extends FluentLayer<BasicBlock> {
  /** The first convolution, which has the stride. */
  public Layer conv1;
  /** The first normalisation. */
  public Layer bn1;
  /** The activation, behind the first normalisation and behind the sum. */
  public Layer relu;
  /** The second convolution. */
  public Layer conv2;
  /** The second normalisation. */
  public Layer bn2;
  /** The shortcut; null where it is the input itself. */
  public @Nullable Layer downsample;

  /**
   * A block.
   *
   * @throws TorchException if groups, width or dilation are not the ones at first
   */
  public BasicBlock(long inplanes, long planes, UnaryOperator<BlockOptions> with) {
    BlockOptions options = with.apply(new BlockOptions());
    if (options.groups() != 1 || options.baseWidth() != 64) {
      throw new TorchException("BasicBlock only supports groups=1 and base_width=64");
    }
    if (options.dilation() > 1) throw new TorchException("Dilation > 1 not supported in BasicBlock");
    conv1 = Kernels.conv3x3(inplanes, planes, options.stride(), 1, 1);
    bn1 = options.norm(planes);
    relu = new ReLU(o -> o.inplace(true));
    conv2 = Kernels.conv3x3(planes, planes, 1, 1, 1);
    bn2 = options.norm(planes);
    downsample = options.downsample();
  }

  @Override protected Tensor forward(Tensor x) {
    Tensor out = relu.call(bn1.call(conv1.call(x)));
    out = bn2.call(conv2.call(out));
    Tensor shortcut = downsample == null ? x : downsample.call(x);
    return relu.call(out.add_(shortcut));
  }
}
