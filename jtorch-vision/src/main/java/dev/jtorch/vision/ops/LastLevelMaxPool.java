package dev.jtorch.vision.ops;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.Map;

/**
 * Adds the level {@code pool}: every second pixel of the smallest map.
 *
 * <p>Shape: a map {@code (N, C, H, W)} gives {@code (N, C, H / 2, W / 2)}, rounded up.
 *
 * <p>Differs from PyTorch: see {@link ExtraFPNBlock}.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.ops.FeaturePyramidNetwork.html">torchvision.ops</a>
 */
public class LastLevelMaxPool extends ExtraFPNBlock {
  @Override protected Map<String, Tensor> forward(Levels levels) {
    Map<String, Tensor> all = levels.growing();
    all.put("pool", F.maxPool2d(levels.lastResult(), 1, o -> o.stride(2)));
    return all;
  }
}
