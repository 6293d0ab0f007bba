package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.functional.InterpolateOptions;
import dev.jtorch.nn.upsampling.Upsample;
import dev.jtorch.nn.upsampling.UpsamplingBilinear2d;
import dev.jtorch.nn.upsampling.UpsamplingNearest2d;
import java.util.List;
import java.util.function.UnaryOperator;

/** The table of upsampling layers, part of {@link LayerCases}. */
final class UpsamplingCases {
  private UpsamplingCases() {}

  static List<LayerCase> all() {
    return List.of(
        upsample("upsample", o -> o.scaleFactor(2)),
        upsample("upsample_signal", o -> o.size(8)),
        upsample("upsample_volume", o -> o.scaleFactor(1, 2, 1.5)),
        upsample("upsample_linear", o -> o.scaleFactor(1.7).mode(InterpolateMode.LINEAR)),
        upsample("upsample_bilinear", o -> o.size(4, 9).mode(InterpolateMode.BILINEAR)),
        upsample("upsample_bilinear_aligned",
            o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR).alignCorners(true)),
        upsample("upsample_bicubic",
            o -> o.scaleFactor(1.3, 1.7).mode(InterpolateMode.BICUBIC).recomputeScaleFactor(true)),
        upsample("upsample_trilinear", o -> o.scaleFactor(2.5).mode(InterpolateMode.TRILINEAR)),
        upsample("upsample_area", o -> o.scaleFactor(0.6).mode(InterpolateMode.AREA)),
        upsample("upsample_nearest_exact", o -> o.scaleFactor(1.4).mode(InterpolateMode.NEAREST_EXACT)),
        layer("upsampling_nearest2d", () -> UpsamplingNearest2d.scaleFactor(2),
            (m, x) -> F.interpolate(x, o -> o.scaleFactor(2))),
        layer("upsampling_bilinear2d", () -> UpsamplingBilinear2d.size(3, 8),
            (m, x) -> F.interpolate(x, o -> o.size(3, 8).mode(InterpolateMode.BILINEAR).alignCorners(true))));
  }

  private static LayerCase upsample(String name, UnaryOperator<InterpolateOptions> with) {
    return layer(name, () -> new Upsample(with), (m, x) -> F.interpolate(x, with));
  }
}
