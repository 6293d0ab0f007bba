package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.LpPoolOptions;
import dev.jtorch.nn.pooling.AdaptiveAvgPool1d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool3d;
import dev.jtorch.nn.pooling.AdaptiveMaxPool1d;
import dev.jtorch.nn.pooling.AdaptiveMaxPool2d;
import dev.jtorch.nn.pooling.AdaptiveMaxPool3d;
import dev.jtorch.nn.pooling.AvgPool1d;
import dev.jtorch.nn.pooling.AvgPool2d;
import dev.jtorch.nn.pooling.AvgPool3d;
import dev.jtorch.nn.pooling.LPPool1d;
import dev.jtorch.nn.pooling.LPPool2d;
import dev.jtorch.nn.pooling.LPPool3d;
import dev.jtorch.nn.pooling.MaxPool1d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.pooling.MaxPool3d;
import java.util.List;

/** The table of poolings, part of {@link LayerCases}. */
final class PoolingCases {
  private PoolingCases() {}

  static List<LayerCase> windows() {
    return List.of(
        layer("max_pool1d", () -> new MaxPool1d(3, o -> o.stride(2)),
            (m, x) -> F.maxPool1d(x, 3, o -> o.stride(2))),
        layer("max_pool2d", () -> new MaxPool2d(2), (m, x) -> F.maxPool2d(x, 2)),
        layer("max_pool2d_pairs", () -> new MaxPool2d(new long[] {3, 2}, o -> o.stride(2, 1).padding(1)),
            (m, x) -> F.maxPool2d(x, new long[] {3, 2}, o -> o.stride(2, 1).padding(1))),
        layer("max_pool2d_dilated", () -> new MaxPool2d(2, o -> o.stride(2).dilation(2).ceilMode(true)),
            (m, x) -> F.maxPool2d(x, 2, o -> o.stride(2).dilation(2).ceilMode(true))),
        layer("max_pool2d_unbatched", () -> new MaxPool2d(2), (m, x) -> F.maxPool2d(x, 2)),
        layer("max_pool3d", () -> new MaxPool3d(2, o -> o.stride(1)),
            (m, x) -> F.maxPool3d(x, 2, o -> o.stride(1))),
        layer("avg_pool1d", () -> new AvgPool1d(3, o -> o.stride(2).padding(1)),
            (m, x) -> F.avgPool1d(x, 3, o -> o.stride(2).padding(1))),
        layer("avg_pool2d", () -> new AvgPool2d(3, o -> o.stride(2).padding(1)),
            (m, x) -> F.avgPool2d(x, 3, o -> o.stride(2).padding(1))),
        layer("avg_pool2d_inside",
            () -> new AvgPool2d(new long[] {3, 2}, o -> o.padding(1).ceilMode(true).countIncludePad(false)),
            (m, x) -> F.avgPool2d(x, new long[] {3, 2}, o -> o.padding(1).ceilMode(true).countIncludePad(false))),
        layer("avg_pool2d_divisor", () -> new AvgPool2d(2, o -> o.divisorOverride(3)),
            (m, x) -> F.avgPool2d(x, 2, o -> o.divisorOverride(3))),
        layer("avg_pool3d", () -> new AvgPool3d(2), (m, x) -> F.avgPool3d(x, 2)));
  }

  /** Those with a number of windows. */
  static List<LayerCase> numbers() {
    return List.of(
        layer("adaptive_avg_pool1d", () -> new AdaptiveAvgPool1d(3), (m, x) -> F.adaptiveAvgPool1d(x, 3)),
        layer("adaptive_avg_pool2d", () -> new AdaptiveAvgPool2d(3), (m, x) -> F.adaptiveAvgPool2d(x, 3)),
        layer("adaptive_avg_pool2d_pair", () -> new AdaptiveAvgPool2d(1, 1),
            (m, x) -> F.adaptiveAvgPool2d(x, 1, 1)),
        layer("adaptive_avg_pool2d_keep", () -> new AdaptiveAvgPool2d(2, F.KEEP),
            (m, x) -> F.adaptiveAvgPool2d(x, 2, 5)),
        layer("adaptive_avg_pool3d", () -> new AdaptiveAvgPool3d(2, 1, F.KEEP),
            (m, x) -> F.adaptiveAvgPool3d(x, 2, 1, F.KEEP)),
        layer("adaptive_max_pool1d", () -> new AdaptiveMaxPool1d(3), (m, x) -> F.adaptiveMaxPool1d(x, 3)),
        layer("adaptive_max_pool2d", () -> new AdaptiveMaxPool2d(2, F.KEEP),
            (m, x) -> F.adaptiveMaxPool2d(x, 2, F.KEEP)),
        layer("adaptive_max_pool3d", () -> new AdaptiveMaxPool3d(2), (m, x) -> F.adaptiveMaxPool3d(x, 2)));
  }

  /** Those with the norm of each window. */
  static List<LayerCase> norms() {
    return List.of(
        layer("lp_pool1d", () -> new LPPool1d(2, 3, o -> o.stride(2).ceilMode(true)),
            (m, x) -> F.lpPool1d(x, 2, new long[] {3}, new LpPoolOptions().stride(2).ceilMode(true))),
        layer("lp_pool2d", () -> new LPPool2d(2, 2), (m, x) -> F.lpPool2d(x, 2, 2)),
        layer("lp_pool2d_pairs", () -> new LPPool2d(3, new long[] {3, 2}, o -> o.stride(2, 1)),
            (m, x) -> F.lpPool2d(x, 3, new long[] {3, 2}, new LpPoolOptions().stride(2, 1))),
        layer("lp_pool3d", () -> new LPPool3d(2, 2), (m, x) -> F.lpPool3d(x, 2, 2)));
  }
}
