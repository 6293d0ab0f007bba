package dev.jtorch.vision.explain;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.List;

/** Numbers from 0 to 1 as colours from blue over green to red. */
public final class HeatMap {
  private static final double WHITE = 255;
  private static final double HALF = 0.5;

  private HeatMap() {}

  /**
   * {@return the colours of a map: from dark blue for 0 over blue, cyan, yellow and red to dark red for 1}
   *
   * <p>Formula: {@code 1.5 - |4 x - 3|} for red, {@code 1.5 - |4 x - 2|} for green, {@code 1.5 - |4 x - 1|} for blue, each
   * between 0 and 1; the colours that are called jet.
   *
   * @param map from 0 to 1, shape {@code (H, W)}
   */
  public static Tensor jet(Tensor map) {
    try (var scope = Scope.open()) {
      Tensor steps = map.mul(4);
      return Torch.stack(List.of(ramp(steps, 3), ramp(steps, 2), ramp(steps, 1))).keep();
    }
  }

  private static Tensor ramp(Tensor steps, double peak) { return steps.sub(peak).abs().neg().add(1.5).clamp(0, 1); }

  /**
   * {@return the image with a map over it, half and half}
   *
   * @param image uint8, shape {@code (3, H, W)}
   * @param map from 0 to 1, shape {@code (H, W)}
   * @throws ShapeException if the two are not of one size
   */
  public static Tensor overlay(Tensor image, Tensor map) {
    if (image.dim() != 3 || image.size(0) != 3 || map.dim() != 2 || image.size(1) != map.size(0)
        || image.size(2) != map.size(1)) {
      throw new ShapeException("HeatMap: image is " + image.shape().inMessage() + ", map is " + map.shape().inMessage()
          + " (expected: (3, H, W) and (H, W))");
    }
    try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
      Tensor colours = jet(map).mul(WHITE).add(image).mul(HALF);
      return colours.round().clamp(0, WHITE).to(DType.UINT8).keep();
    }
  }
}
