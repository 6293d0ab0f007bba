package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.BoxedOperator;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.text.PythonNumbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One interpolation: checks as PyTorch's, in its order, then the operator for the mode and the number of dimensions. */
final class Interpolation {
  private final Tensor input;
  private final InterpolateOptions options;
  /** How many dimensions are interpolated. */
  private final int rank;

  Interpolation(Tensor input, InterpolateOptions options) {
    this.input = input;
    this.options = options;
    rank = input.dim() - 2;
  }

  Tensor run() {
    requireLines();
    long[] size = size();
    requireTwoDimensionsToSmooth();
    requireDimensions();
    if (options.mode() == InterpolateMode.AREA) return area(size);
    return tensor(interpolated(size, scales()));
  }

  private void requireLines() {
    if (options.alignCorners() == null || options.mode().aligns()) return;
    throw new TorchException("align_corners option can only be set with the interpolating modes: linear | bilinear |"
        + " bicubic | trilinear");
  }

  /** The output's sizes in the dimensions that are interpolated. */
  private long[] size() {
    Size size = options.size();
    List<Double> factors = options.scaleFactor();
    if (size != null && factors != null) {
      throw new TorchException("only one of size or scale_factor should be defined");
    }
    if (size != null) return given(size);
    if (factors != null) return scaled(factors);
    throw new TorchException("either size or scale_factor should be defined");
  }

  private long[] given(Size size) {
    if (size.size() != 1 && size.size() != rank) {
      throw new ShapeException("Input and output must have the same number of spatial dimensions, but got input with"
          + " spatial dimensions of " + spatial() + " and output size of " + PythonNumbers.tuple(size.toLongArray())
          + ". Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.");
    }
    if (options.recomputeScaleFactor()) {
      throw new TorchException("recompute_scale_factor is not meaningful with an explicit size.");
    }
    var sizes = new long[Math.max(rank, 0)];
    for (int i = 0; i < sizes.length; i++) sizes[i] = size.get(size.size() == 1 ? 0 : i);
    return sizes;
  }

  private long[] scaled(List<Double> factors) {
    if (factors.size() != 1 && factors.size() != rank) {
      throw new ShapeException("Input and scale_factor must have the same number of spatial dimensions, but got input"
          + " with spatial dimensions of " + spatial() + " and scale_factor of shape " + tuple(factors)
          + ". Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format.");
    }
    var sizes = new long[Math.max(rank, 0)];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (long) (input.size(i + 2) * factors.get(factors.size() == 1 ? 0 : i));
    }
    return sizes;
  }

  private List<Long> spatial() {
    Size shape = input.shape();
    return shape.subList(Math.min(2, shape.size()), shape.size());
  }

  private static String tuple(List<Double> factors) {
    return factors.stream().map(PythonNumbers::repr).collect(Collectors.joining(", ", "(", ")"));
  }

  private void requireTwoDimensionsToSmooth() {
    InterpolateMode mode = options.mode();
    boolean smooths = mode == InterpolateMode.BILINEAR || mode == InterpolateMode.BICUBIC;
    if (!options.antialias() || (smooths && rank == 2)) return;
    throw new TorchException(
        "Anti-alias option is restricted to bilinear and bicubic modes and requires a 4-D tensor as input");
  }

  private void requireDimensions() {
    int dims = input.dim();
    InterpolateMode mode = options.mode();
    if (mode.takes(dims)) return;
    if (mode.onlyDims() != 0 && dims >= 3 && dims <= 5) {
      throw new ShapeException(
          "Got " + dims + "D input, but " + mode.torchName() + " mode needs " + mode.onlyDims() + "D input");
    }
    throw new ShapeException("Input Error: Only 3D, 4D and 5D input Tensors supported (got " + dims
        + "D) for the modes:"
        + " nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got " + mode.torchName() + ")");
  }

  /** The factors that the operator shall measure by; nulls where the sizes say them. */
  private @Nullable Double[] scales() {
    var scales = new Double[rank];
    List<Double> factors = options.scaleFactor();
    if (factors == null || options.recomputeScaleFactor()) return scales;
    for (int i = 0; i < rank; i++) scales[i] = factors.get(factors.size() == 1 ? 0 : i);
    return scales;
  }

  private Tensor area(long[] size) {
    return switch (rank) {
      case 1 -> F.adaptiveAvgPool1d(input, size);
      case 2 -> F.adaptiveAvgPool2d(input, size);
      default -> F.adaptiveAvgPool3d(input, size);
    };
  }

  private NativeTensor interpolated(long[] size, @Nullable Double[] by) {
    NativeTensor x = handle(input);
    boolean aligned = Boolean.TRUE.equals(options.alignCorners());
    return switch (options.mode()) {
      case LINEAR -> AtenNN.upsampleLinear1d(x, size, aligned, by[0]);
      case BILINEAR -> options.antialias() ? boxed("_upsample_bilinear2d_aa", size, aligned, by)
          : AtenNN.upsampleBilinear2d(x, size, aligned, by[0], by[1]);
      case BICUBIC -> options.antialias() ? boxed("_upsample_bicubic2d_aa", size, aligned, by)
          : AtenNN.upsampleBicubic2d(x, size, aligned, by[0], by[1]);
      case TRILINEAR -> AtenNN.upsampleTrilinear3d(x, size, aligned, by[0], by[1], by[2]);
      case NEAREST_EXACT -> boxed("_upsample_nearest_exact" + rank + "d", size, null, by);
      default -> nearest(x, size, by);
    };
  }

  private NativeTensor nearest(NativeTensor x, long[] size, @Nullable Double[] by) {
    return switch (rank) {
      case 1 -> AtenNN.upsampleNearest1d(x, size, by[0]);
      case 2 -> AtenNN.upsampleNearest2d(x, size, by[0], by[1]);
      default -> AtenNN.upsampleNearest3d(x, size, by[0], by[1], by[2]);
    };
  }

  /** An operator that the presets lack; they have none whose name begins with an underscore. */
  private NativeTensor boxed(String name, long[] size, @Nullable Boolean aligned, @Nullable Double[] by) {
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(handle(input));
    arguments.add(size);
    if (aligned != null) arguments.add(aligned);
    Collections.addAll(arguments, by);
    return BoxedOperator.of("aten::" + name, "").call(arguments.toArray())[0];
  }
}
