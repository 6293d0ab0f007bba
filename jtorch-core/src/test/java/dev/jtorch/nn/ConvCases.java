package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.nn.conv.Conv1d;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.Conv3d;
import dev.jtorch.nn.conv.ConvTranspose1d;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.conv.ConvTranspose3d;
import dev.jtorch.nn.conv.PaddingMode;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.PadMode;
import dev.jtorch.nn.functional.Padding;
import java.util.List;

/** The table of convolutions, part of {@link LayerCases}. */
final class ConvCases {
  private ConvCases() {}

  static List<LayerCase> convolutions() {
    return List.of(
        layer("conv1d", () -> new Conv1d(3, 4, 3, o -> o.stride(2).padding(1)),
            (m, x) -> F.conv1d(x, m.weight, m.bias, o -> o.stride(2).padding(1))),
        layer("conv1d_circular",
            () -> new Conv1d(3, 2, 3, o -> o.padding(2).paddingMode(PaddingMode.CIRCULAR)),
            (m, x) -> F.conv1d(F.pad(x, new long[] {2, 2}, PadMode.CIRCULAR), m.weight, m.bias)),
        layer("conv2d", () -> new Conv2d(4, 6, 3), (m, x) -> F.conv2d(x, m.weight, m.bias)),
        layer("conv2d_no_bias", () -> new Conv2d(4, 6, 3, o -> o.stride(2).padding(1).bias(false)),
            (m, x) -> F.conv2d(x, m.weight, null, o -> o.stride(2).padding(1))),
        layer("conv2d_pairs",
            () -> new Conv2d(4, 2, new long[] {3, 2}, o -> o.stride(2, 1).padding(1, 2).dilation(2, 1)),
            (m, x) -> F.conv2d(x, m.weight, m.bias, o -> o.stride(2, 1).padding(1, 2).dilation(2, 1))),
        layer("conv2d_groups", () -> new Conv2d(4, 6, 3, o -> o.groups(2)),
            (m, x) -> F.conv2d(x, m.weight, m.bias, o -> o.groups(2))),
        layer("conv2d_same",
            () -> new Conv2d(4, 2, new long[] {2, 3}, o -> o.padding(Padding.SAME).dilation(1, 2)),
            (m, x) -> F.conv2d(x, m.weight, m.bias, o -> o.padding(Padding.SAME).dilation(1, 2))),
        layer("conv2d_valid", () -> new Conv2d(4, 2, 3, o -> o.padding(Padding.VALID)),
            (m, x) -> F.conv2d(x, m.weight, m.bias, o -> o.padding(Padding.VALID))),
        layer("conv2d_reflect",
            () -> new Conv2d(4, 2, 3, o -> o.padding(2, 1).paddingMode(PaddingMode.REFLECT)),
            (m, x) -> F.conv2d(F.pad(x, new long[] {1, 1, 2, 2}, PadMode.REFLECT), m.weight, m.bias)),
        layer("conv2d_replicate_same",
            () -> new Conv2d(4, 2, new long[] {2, 4}, o -> o.padding(Padding.SAME).paddingMode(PaddingMode.REPLICATE)),
            (m, x) -> F.conv2d(F.pad(x, new long[] {1, 2, 0, 1}, PadMode.REPLICATE), m.weight, m.bias)),
        layer("conv2d_unbatched", () -> new Conv2d(4, 2, 3), (m, x) -> F.conv2d(x, m.weight, m.bias)),
        layer("conv2d_row", () -> new Conv2d(4, 2, new long[] {1, 3}, o -> o.padding(0, 1)),
            (m, x) -> F.conv2d(x, m.weight, m.bias, o -> o.padding(0, 1))),
        layer("conv3d", () -> new Conv3d(2, 3, new long[] {1, 2, 3}, o -> o.padding(0, 1, 1)),
            (m, x) -> F.conv3d(x, m.weight, m.bias, o -> o.padding(0, 1, 1))));
  }

  static List<LayerCase> transposed() {
    return List.of(
        layer("conv_transpose1d", () -> new ConvTranspose1d(3, 4, 3, o -> o.stride(2).padding(1)),
            (m, x) -> F.convTranspose1d(x, m.weight, m.bias, o -> o.stride(2).padding(1))),
        layer("conv_transpose2d", () -> new ConvTranspose2d(4, 3, 2, o -> o.stride(2)),
            (m, x) -> F.convTranspose2d(x, m.weight, m.bias, o -> o.stride(2))),
        layer("conv_transpose2d_pairs",
            () -> new ConvTranspose2d(4, 2, new long[] {3, 2},
                o -> o.stride(2, 1).padding(1, 0).outputPadding(1, 0).dilation(1, 2)),
            (m, x) -> F.convTranspose2d(x, m.weight, m.bias,
                o -> o.stride(2, 1).padding(1, 0).outputPadding(1, 0).dilation(1, 2))),
        layer("conv_transpose2d_groups", () -> new ConvTranspose2d(4, 6, 3, o -> o.groups(2).bias(false)),
            (m, x) -> F.convTranspose2d(x, m.weight, null, o -> o.groups(2))),
        layer("conv_transpose2d_unbatched", () -> new ConvTranspose2d(4, 2, 3),
            (m, x) -> F.convTranspose2d(x, m.weight, m.bias)),
        layer("conv_transpose3d", () -> new ConvTranspose3d(2, 3, new long[] {1, 2, 3}, o -> o.padding(0, 1, 1)),
            (m, x) -> F.convTranspose3d(x, m.weight, m.bias, o -> o.padding(0, 1, 1))));
  }
}
