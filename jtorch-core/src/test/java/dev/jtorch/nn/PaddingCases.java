package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.PadMode;
import dev.jtorch.nn.padding.CircularPad1d;
import dev.jtorch.nn.padding.CircularPad2d;
import dev.jtorch.nn.padding.CircularPad3d;
import dev.jtorch.nn.padding.ConstantPad1d;
import dev.jtorch.nn.padding.ConstantPad2d;
import dev.jtorch.nn.padding.ConstantPad3d;
import dev.jtorch.nn.padding.PadNd;
import dev.jtorch.nn.padding.ReflectionPad1d;
import dev.jtorch.nn.padding.ReflectionPad2d;
import dev.jtorch.nn.padding.ReflectionPad3d;
import dev.jtorch.nn.padding.ReplicationPad1d;
import dev.jtorch.nn.padding.ReplicationPad2d;
import dev.jtorch.nn.padding.ReplicationPad3d;
import dev.jtorch.nn.padding.ZeroPad1d;
import dev.jtorch.nn.padding.ZeroPad2d;
import dev.jtorch.nn.padding.ZeroPad3d;
import java.util.List;
import java.util.function.Supplier;

/** The table of paddings, part of {@link LayerCases}. */
final class PaddingCases {
  private PaddingCases() {}

  static List<LayerCase> all() {
    return List.of(
        pad("zero_pad1d", () -> new ZeroPad1d(1, 2), PadMode.CONSTANT),
        pad("zero_pad2d", () -> new ZeroPad2d(1), PadMode.CONSTANT),
        pad("zero_pad3d", () -> new ZeroPad3d(1, 0, 0, 1, 2, -1), PadMode.CONSTANT),
        layer("constant_pad1d", () -> new ConstantPad1d(3.5, 2), (m, x) -> F.pad(x, new long[] {2, 2}, 3.5)),
        layer("constant_pad2d", () -> new ConstantPad2d(-1, 1, 2, 0, 1),
            (m, x) -> F.pad(x, new long[] {1, 2, 0, 1}, -1)),
        layer("constant_pad3d", () -> new ConstantPad3d(0.5, 1), (m, x) -> F.pad(x, m.padding(), 0.5)),
        pad("reflection_pad1d", () -> new ReflectionPad1d(2), PadMode.REFLECT),
        pad("reflection_pad2d", () -> new ReflectionPad2d(1, 2, 0, 1), PadMode.REFLECT),
        pad("reflection_pad3d", () -> new ReflectionPad3d(1), PadMode.REFLECT),
        pad("replication_pad1d", () -> new ReplicationPad1d(2, 1), PadMode.REPLICATE),
        pad("replication_pad2d", () -> new ReplicationPad2d(2), PadMode.REPLICATE),
        pad("replication_pad3d", () -> new ReplicationPad3d(1, 0, 2, 0, 1, 0), PadMode.REPLICATE),
        pad("circular_pad1d", () -> new CircularPad1d(2), PadMode.CIRCULAR),
        pad("circular_pad2d", () -> new CircularPad2d(1, 2, 0, 1), PadMode.CIRCULAR),
        pad("circular_pad3d", () -> new CircularPad3d(1), PadMode.CIRCULAR));
  }

  private static <P extends PadNd<P>> LayerCase pad(String name, Supplier<P> make, PadMode mode) {
    return layer(name, make, (m, x) -> F.pad(x, m.padding(), mode));
  }
}
