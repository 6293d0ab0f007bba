package dev.jtorch.nn.functional;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.Row;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class InterpolateTest {
  private static final Golden GOLDEN = Golden.load("nn/functions");
  private static final String NOT_FOR_THIS_MODE = "align_corners option can only be set with the interpolating modes:"
      + " linear | bilinear | bicubic | trilinear";

  private final Tensor square = Torch.tensor(new float[][] {{1, 2}, {3, 4}}).view(1, 1, 2, 2);
  private final Tensor image = GOLDEN.tensor("image");

  private static InterpolateOptions bilinear(InterpolateOptions o) { return o.mode(InterpolateMode.BILINEAR); }

  private static void refused(Tensor input, Class<?> type, String message, UnaryOperator<InterpolateOptions> with) {
    Throwable thrown = catchThrowable(() -> F.interpolate(input, with));
    assertThat(thrown).isInstanceOf(type);
    assertThat(thrown.getMessage()).isEqualTo(message);
  }

  private Tensor firstRow(Tensor output) { return output.select(2, 0).flatten(); }

  @Test @Row("S1-012") void bilinear_alignedByCorners() {
    Tensor four = F.interpolate(square, o -> bilinear(o).size(4, 4).alignCorners(true));
    assertThat(four).hasShape(1, 1, 4, 4);
    assertThat(firstRow(four)).isCloseTo(Torch.tensor(new float[] {1, 1.333333f, 1.666667f, 2}));
    Tensor three = F.interpolate(square, o -> bilinear(o).size(3, 3).alignCorners(true));
    assertThat(three.flatten()).isCloseTo(Torch.tensor(new float[] {1, 1.5f, 2, 2, 2.5f, 3, 3, 3.5f, 4}));
    Tensor one = F.interpolate(square, o -> bilinear(o).size(1, 1).alignCorners(true));
    assertThat(one.item()).isEqualTo(1);
  }

  @Test @Row("S1-012") void bilinear_alignedByEdges() {
    Tensor four = F.interpolate(square, o -> bilinear(o).size(4, 4).alignCorners(false));
    assertThat(firstRow(four)).isCloseTo(Torch.tensor(new float[] {1, 1.25f, 1.75f, 2}));
    assertThat(F.interpolate(square, o -> bilinear(o).size(4))).isIdenticalTo(four);
  }

  @Test @Row("S1-013") void size_orScaleFactor_notBothNorNone() {
    refused(square, TorchException.class, "only one of size or scale_factor should be defined",
        o -> o.size(4).scaleFactor(2));
    refused(square, TorchException.class, "either size or scale_factor should be defined", o -> o);
  }

  @Test @Row("S1-013") void alignCorners_onlyForLinesAndCurves() {
    for (var mode : InterpolateMode.values()) {
      if (mode.aligns()) continue;
      refused(square, TorchException.class, NOT_FOR_THIS_MODE, o -> o.size(4).mode(mode).alignCorners(false));
    }
    assertThat(new InterpolateOptions().mode()).isEqualTo(InterpolateMode.NEAREST);
    refused(square, TorchException.class, NOT_FOR_THIS_MODE, o -> o.size(4).alignCorners(true));
  }

  @Test @Row("S1-013") void mode_needsItsDimensions() {
    Tensor signal = Torch.zeros(1, 2, 3);
    Tensor volume = Torch.zeros(1, 1, 2, 2, 2);
    refused(signal, ShapeException.class, "Got 3D input, but bilinear mode needs 4D input", o -> bilinear(o).size(4));
    refused(volume, ShapeException.class, "Got 5D input, but bilinear mode needs 4D input", o -> bilinear(o).size(4));
    refused(square, ShapeException.class, "Got 4D input, but linear mode needs 3D input",
        o -> o.size(4).mode(InterpolateMode.LINEAR));
    refused(signal, ShapeException.class, "Got 3D input, but trilinear mode needs 5D input",
        o -> o.size(4).mode(InterpolateMode.TRILINEAR));
    refused(signal, ShapeException.class, "Input Error: Only 3D, 4D and 5D input Tensors supported (got 3D) for the"
        + " modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got bicubic)",
        o -> o.size(4).mode(InterpolateMode.BICUBIC));
    refused(Torch.zeros(2, 2), ShapeException.class, "Input Error: Only 3D, 4D and 5D input Tensors supported (got 2D)"
        + " for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got nearest)",
        o -> o.size(4));
  }

  @Test void sizesAndFactors_oneForEachDimension() {
    refused(square, ShapeException.class, "Input and output must have the same number of spatial dimensions, but got"
        + " input with spatial dimensions of [2, 2] and output size of (1, 2, 3). Please provide input tensor in"
        + " (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.", o -> o.size(1, 2, 3));
    refused(square, ShapeException.class, "Input and scale_factor must have the same number of spatial dimensions, but"
        + " got input with spatial dimensions of [2, 2] and scale_factor of shape (1.0, 2.0, 3.0). Please provide input"
        + " tensor in (N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format.",
        o -> o.scaleFactor(1, 2, 3));
  }

  @Test void optionsThatDoNotFit() {
    refused(square, TorchException.class, "recompute_scale_factor is not meaningful with an explicit size.",
        o -> o.size(4).recomputeScaleFactor(true));
    refused(square, TorchException.class,
        "Anti-alias option is restricted to bilinear and bicubic modes and requires a 4-D tensor as input",
        o -> o.size(4).antialias(true));
    refused(square, ShapeException.class,
        "Input and output sizes should be greater than 0, but got input (H: 2, W: 2) output (H: 0, W: 0)",
        o -> o.scaleFactor(0.1));
  }

  @Test void antialias_smooths() {
    assertThat(F.interpolate(image, o -> bilinear(o).size(2, 3).antialias(true)))
        .isCloseTo(GOLDEN.tensor("smooth_bilinear"));
    assertThat(F.interpolate(image,
        o -> o.scaleFactor(0.7).mode(InterpolateMode.BICUBIC).alignCorners(true).antialias(true)))
        .isCloseTo(GOLDEN.tensor("smooth_bicubic"));
  }

  @Test void signalsAndVolumes() {
    Tensor signal = image.select(0, 0);
    Tensor volume = image.unsqueeze(0);
    assertThat(F.interpolate(signal, o -> o.size(3).mode(InterpolateMode.NEAREST_EXACT)))
        .isCloseTo(GOLDEN.tensor("signal_exact"));
    assertThat(F.interpolate(volume, o -> o.scaleFactor(1.6).mode(InterpolateMode.NEAREST_EXACT)))
        .isCloseTo(GOLDEN.tensor("volume_exact"));
    assertThat(F.interpolate(signal, o -> o.size(3).mode(InterpolateMode.AREA)))
        .isCloseTo(GOLDEN.tensor("signal_area"));
    assertThat(F.interpolate(volume, o -> o.size(2, 2, 3).mode(InterpolateMode.AREA)))
        .isCloseTo(GOLDEN.tensor("volume_area"));
  }
}
