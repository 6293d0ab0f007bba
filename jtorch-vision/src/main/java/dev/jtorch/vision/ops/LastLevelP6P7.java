package dev.jtorch.vision.ops;

import dev.jtorch.Tensor;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.Map;

/**
 * Adds the levels {@code p6} and {@code p7}, which RetinaNet has: two convolutions that halve maps.
 *
 * <p>Formula: {@code p6 = conv(x)}, {@code p7 = conv(relu(p6))}; x is the smallest map that the pyramid puts out where the
 * channels in and out are as many, else the smallest that it takes.
 *
 * <p>Shape: a map {@code (N, inChannels, H, W)} gives {@code (N, outChannels, H / 2, W / 2)} and half of that, rounded up.
 *
 * <p>Initial values: after He, uniform, from fans in with a slope of 1; biases 0.
 *
 * <p>Differs from PyTorch: see {@link ExtraFPNBlock}.
 *
 * @see <a href="https://arxiv.org/abs/1708.02002">Lin et al., Focal Loss for Dense Object Detection, section 4</a>
 */
public class LastLevelP6P7 extends ExtraFPNBlock {
  private final boolean usesResult;
  /** The convolution to level 6. */
  public Conv2d p6;
  /** The convolution to level 7. */
  public Conv2d p7;

  /** Two levels from maps of some channels. */
  public LastLevelP6P7(long inChannels, long outChannels) {
    p6 = new Conv2d(inChannels, outChannels, 3, o -> o.stride(2).padding(1));
    p7 = new Conv2d(outChannels, outChannels, 3, o -> o.stride(2).padding(1));
    draw(p6);
    draw(p7);
    usesResult = inChannels == outChannels;
  }

  static void draw(Conv2d conv) {
    Init.kaimingUniform_(conv.weight, o -> o.a(1));
    if (conv.bias != null) Init.zeros_(conv.bias);
  }

  @Override protected Map<String, Tensor> forward(Levels levels) {
    Tensor sixth = p6.call(usesResult ? levels.lastResult() : levels.lastInput());
    Map<String, Tensor> all = levels.growing();
    all.put("p6", sixth);
    all.put("p7", p7.call(F.relu(sixth)));
    return all;
  }
}
