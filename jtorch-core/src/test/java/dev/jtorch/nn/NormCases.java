package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.nn.functional.BatchNormOptions;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InstanceNormOptions;
import dev.jtorch.nn.functional.LocalResponseOptions;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.BatchNorm3d;
import dev.jtorch.nn.norm.BatchNorm;
import dev.jtorch.nn.norm.GroupNorm;
import dev.jtorch.nn.norm.InstanceNorm1d;
import dev.jtorch.nn.norm.InstanceNorm2d;
import dev.jtorch.nn.norm.InstanceNorm3d;
import dev.jtorch.nn.norm.LayerNorm;
import dev.jtorch.nn.norm.LocalResponseNorm;
import dev.jtorch.nn.norm.RMSNorm;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The table of normalisations, part of {@link LayerCases}. */
final class NormCases {
  private NormCases() {}

  static List<LayerCase> batch() {
    return List.of(
        norm("batch_norm1d", () -> new BatchNorm1d(3), (m, o) -> o),
        norm("batch_norm1d_signal", () -> new BatchNorm1d(3), (m, o) -> o),
        norm("batch_norm2d", () -> new BatchNorm2d(4), (m, o) -> o),
        norm("batch_norm2d_plain", () -> new BatchNorm2d(4, o -> o.eps(1e-3).cumulativeAverage().affine(false)),
            (m, o) -> o.eps(1e-3).momentum(1)),
        norm("batch_norm2d_untracked", () -> new BatchNorm2d(4, o -> o.momentum(0.03).trackRunningStats(false)),
            (m, o) -> o.training(true)),
        norm("batch_norm3d", () -> new BatchNorm3d(2), (m, o) -> o));
  }

  private static <N extends BatchNorm<N>> LayerCase norm(String name, Supplier<N> make,
      BiFunction<N, BatchNormOptions, BatchNormOptions> with) {
    return layer(name, make, (m, x) -> F.batchNorm(x, m.runningMean, m.runningVar,
        o -> with.apply(m, o.weight(m.weight).bias(m.bias).training(m.training()))));
  }

  static List<LayerCase> examples() {
    return List.of(
        layer("instance_norm1d", () -> new InstanceNorm1d(3), (m, x) -> F.instanceNorm(x)),
        layer("instance_norm1d_unbatched", () -> new InstanceNorm1d(3, o -> o.affine(true)),
            (m, x) -> F.instanceNorm(x.unsqueeze(0), null, null,
                new InstanceNormOptions().weight(m.weight).bias(m.bias)).squeeze(0)),
        layer("instance_norm2d", () -> new InstanceNorm2d(4), (m, x) -> F.instanceNorm(x)),
        layer("instance_norm2d_tracking",
            () -> new InstanceNorm2d(4, o -> o.eps(1e-3).momentum(0.3).affine(true).trackRunningStats(true)),
            (m, x) -> F.instanceNorm(x, m.runningMean, m.runningVar,
                new InstanceNormOptions().weight(m.weight).bias(m.bias).useInputStats(m.training()).momentum(0.3)
                    .eps(1e-3))),
        layer("instance_norm3d", () -> new InstanceNorm3d(2), (m, x) -> F.instanceNorm(x)),
        layer("group_norm", () -> new GroupNorm(2, 4),
            (m, x) -> F.groupNorm(x, 2, o -> o.weight(m.weight).bias(m.bias))),
        layer("group_norm_plain", () -> new GroupNorm(4, 4, o -> o.eps(1e-3).affine(false)),
            (m, x) -> F.groupNorm(x, 4, o -> o.eps(1e-3))),
        layer("layer_norm", () -> new LayerNorm(5),
            (m, x) -> F.layerNorm(x, new long[] {5}, o -> o.weight(m.weight).bias(m.bias))),
        layer("layer_norm_shape", () -> new LayerNorm(new long[] {6, 5}, o -> o.eps(1e-3).bias(false)),
            (m, x) -> F.layerNorm(x, new long[] {6, 5}, o -> o.weight(m.weight).eps(1e-3))),
        layer("layer_norm_plain", () -> new LayerNorm(5, o -> o.elementwiseAffine(false)),
            (m, x) -> F.layerNorm(x, 5)),
        layer("rms_norm", () -> new RMSNorm(5), (m, x) -> F.rmsNorm(x, new long[] {5}, m.weight, null)),
        layer("rms_norm_plain", () -> new RMSNorm(new long[] {6, 5}, o -> o.eps(1e-3).elementwiseAffine(false)),
            (m, x) -> F.rmsNorm(x, new long[] {6, 5}, null, 1e-3)),
        layer("local_response_norm", () -> new LocalResponseNorm(3), (m, x) -> F.localResponseNorm(x, 3)),
        layer("local_response_norm_signal", () -> new LocalResponseNorm(2, o -> o.alpha(0.5).beta(0.6).k(2)),
            (m, x) -> F.localResponseNorm(x, 2, new LocalResponseOptions().alpha(0.5).beta(0.6).k(2))));
  }
}
