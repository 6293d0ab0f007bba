package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.handleOrNull;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.check.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Normalisation over the batch, or of each example by itself.
 *
 * <pre>{@code
 * Tensor y = F.layerNorm(Torch.randn(20, 5, 10), new long[] {10}); // (20, 5, 10)
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#non-linear-activation-functions">Normalisations</a>
 */
abstract sealed class NormalizationFunctions extends PoolingFunctions permits DropoutFunctions {
  NormalizationFunctions() {}

  /** {@return each channel normalised by running statistics} */
  public static Tensor batchNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar) {
    return batchNorm(input, runningMean, runningVar, new BatchNormOptions());
  }

  /**
   * {@return each channel normalised: {@code (x - mean) / √(var + eps) * weight + bias}}
   *
   * @param input of shape {@code (N, C, *)}
   * @param runningMean of shape {@code (C)}, changed in training; may be null in training
   * @param runningVar of shape {@code (C)}, changed in training; may be null in training
   * @throws ShapeException if there is only one value for each channel in training
   * @throws TorchException if eps is not positive
   */
  public static Tensor batchNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar,
      UnaryOperator<BatchNormOptions> with) {
    return batchNorm(input, runningMean, runningVar, configured(new BatchNormOptions(), with));
  }

  /** {@link #batchNorm(Tensor, Tensor, Tensor, UnaryOperator)} with ready options. */
  public static Tensor batchNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar,
      BatchNormOptions o) {
    if (required(o, "o").training()) requireSeveralValues(required(input, "input").shape());
    if (o.eps() <= 0) {
      throw new TorchException("batch_norm eps must be positive, but got " + PythonNumbers.repr(o.eps()));
    }
    return tensor(AtenNN.batchNorm(handle(input), handleOrNull(o.weight()), handleOrNull(o.bias()),
        handleOrNull(runningMean), handleOrNull(runningVar), o.training(), o.momentum(), o.eps(), true));
  }

  /** One value has no variance. The sizes are those of {@code (N, C, *)}, and the message's. */
  private static void requireSeveralValues(List<Long> sizes) {
    if (sizes.isEmpty()) throw new ShapeException("Expected at least 1 dimension for input tensor but received 0");
    long values = sizes.get(0);
    for (int dim = 2; dim < sizes.size(); dim++) values *= sizes.get(dim);
    if (values == 1) {
      throw new ShapeException("Expected more than 1 value per channel when training, got input size " + sizes);
    }
  }

  /** {@return the input normalised over its last dimensions, which have these sizes} */
  public static Tensor layerNorm(Tensor input, long... normalizedShape) {
    return layerNorm(input, normalizedShape, new NormOptions());
  }

  /**
   * {@return the input normalised over its last dimensions: {@code (x - mean) / √(var + eps) * weight + bias}}
   *
   * @throws ShapeException if the last dimensions have other sizes
   */
  public static Tensor layerNorm(Tensor input, long[] normalizedShape, UnaryOperator<NormOptions> with) {
    return layerNorm(input, normalizedShape, configured(new NormOptions(), with));
  }

  /** {@link #layerNorm(Tensor, long[], UnaryOperator)} with weight and bias, either of which may be null, and the default eps. */
  public static Tensor layerNorm(Tensor input, long[] normalizedShape, @Nullable Tensor weight, @Nullable Tensor bias) {
    return layerNorm(input, normalizedShape, o -> o.weight(weight).bias(bias));
  }

  /** {@link #layerNorm(Tensor, long[], UnaryOperator)} with weight and bias, either of which may be null. */
  public static Tensor layerNorm(Tensor input, long[] normalizedShape, @Nullable Tensor weight, @Nullable Tensor bias,
      double eps) {
    return tensor(
        AtenNN.layerNorm(handle(input), normalizedShape, handleOrNull(weight), handleOrNull(bias), eps, true));
  }

  /** {@link #layerNorm(Tensor, long[], UnaryOperator)} with ready options. */
  public static Tensor layerNorm(Tensor input, long[] normalizedShape, NormOptions o) {
    return layerNorm(input, normalizedShape, required(o, "o").weight(), o.bias(), o.eps());
  }

  /** {@return each group of channels normalised} */
  public static Tensor groupNorm(Tensor input, long numGroups) {
    return groupNorm(input, numGroups, new NormOptions());
  }

  /**
   * {@return each group of channels normalised: {@code (x - mean) / √(var + eps) * weight + bias}}
   *
   * @param input of shape {@code (N, C, *)}
   * @throws ShapeException if there is only one value to normalise, or the groups do not divide the channels
   * @throws TorchException if there are no groups
   */
  public static Tensor groupNorm(Tensor input, long numGroups, UnaryOperator<NormOptions> with) {
    return groupNorm(input, numGroups, configured(new NormOptions(), with));
  }

  /** {@link #groupNorm(Tensor, long, UnaryOperator)} with weight and bias, either of which may be null, and the default eps. */
  public static Tensor groupNorm(Tensor input, long numGroups, @Nullable Tensor weight, @Nullable Tensor bias) {
    return groupNorm(input, numGroups, o -> o.weight(weight).bias(bias));
  }

  /** {@link #groupNorm(Tensor, long, UnaryOperator)} with weight and bias, either of which may be null. */
  public static Tensor groupNorm(Tensor input, long numGroups, @Nullable Tensor weight, @Nullable Tensor bias,
      double eps) {
    Require.positive("groupNorm", "numGroups", numGroups);
    requireSeveralValues(asBatch(required(input, "input").shape(), numGroups));
    return tensor(
        AtenNN.groupNorm(handle(input), numGroups, handleOrNull(weight), handleOrNull(bias), eps, true));
  }

  /** {@link #groupNorm(Tensor, long, UnaryOperator)} with ready options. */
  public static Tensor groupNorm(Tensor input, long numGroups, NormOptions o) {
    return groupNorm(input, numGroups, required(o, "o").weight(), o.bias(), o.eps());
  }

  /** As PyTorch's, which takes the groups of all examples for a batch. */
  private static List<Long> asBatch(Size shape, long numGroups) {
    if (shape.size() < 2) {
      throw new ShapeException("Expected at least 2 dimensions for input tensor but received " + shape.size());
    }
    List<Long> batch = new ArrayList<>(List.of(shape.get(0) * shape.get(1) / numGroups, numGroups));
    batch.addAll(shape.subList(2, shape.size()));
    return batch;
  }

  /** The number of places: the product of all sizes but those of batch and channels. */
  private static long numel(Size shape) {
    return shape.stream().skip(2).reduce(1L, (a, b) -> a * b);
  }

  /** {@return each channel of each example normalised} */
  public static Tensor instanceNorm(Tensor input) {
    return instanceNorm(input, null, null, new InstanceNormOptions());
  }

  /**
   * {@return each channel of each example normalised: {@code (x - mean) / √(var + eps) * weight + bias}}
   *
   * @param input of shape {@code (N, C, *)}
   * @param runningMean of shape {@code (C)}, changed where the input's statistics are used; may be null there
   * @param runningVar of shape {@code (C)}, changed where the input's statistics are used; may be null there
   * @throws ShapeException if there is only one value for each channel of an example
   */
  public static Tensor instanceNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar,
      UnaryOperator<InstanceNormOptions> with) {
    return instanceNorm(input, runningMean, runningVar, configured(new InstanceNormOptions(), with));
  }

  /** {@link #instanceNorm(Tensor, Tensor, Tensor, UnaryOperator)} with ready options. */
  public static Tensor instanceNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar,
      InstanceNormOptions o) {
    if (required(o, "o").useInputStats() && numel(required(input, "input").shape()) == 1) {
      throw new ShapeException(
          "Expected more than 1 spatial element when training, got input size " + input.shape());
    }
    return tensor(AtenNN.instanceNorm(handle(input), handleOrNull(o.weight()), handleOrNull(o.bias()),
        handleOrNull(runningMean), handleOrNull(runningVar), o.useInputStats(), o.momentum(), o.eps(), true));
  }

  /** {@return the input divided by the root of the mean square over its last dimensions, which have these sizes} */
  public static Tensor rmsNorm(Tensor input, long... normalizedShape) {
    return rmsNorm(input, normalizedShape, null, null);
  }

  /**
   * {@return the input divided by the root of the mean square over its last dimensions: {@code x / √(mean(x²) + eps) * weight}}
   *
   * @param eps the smallest step above 1 of the input's type where it is null
   * @throws ShapeException if the last dimensions have other sizes
   */
  public static Tensor rmsNorm(Tensor input, long[] normalizedShape, @Nullable Tensor weight, @Nullable Double eps) {
    return tensor(AtenNN.rmsNorm(handle(input), normalizedShape, handleOrNull(weight), eps));
  }

  /** {@return each element weakened by its neighbours in the nearest {@code size} channels} */
  public static Tensor localResponseNorm(Tensor input, long size) {
    return localResponseNorm(input, size, new LocalResponseOptions());
  }

  /**
   * {@return each element weakened by its neighbours in the nearest {@code size} channels:
   * {@code x / (k + alpha mean(x²))^beta}}
   *
   * @param input of shape {@code (N, C, *)}
   * @throws ShapeException if the input has fewer than three dimensions
   */
  public static Tensor localResponseNorm(Tensor input, long size, UnaryOperator<LocalResponseOptions> with) {
    return localResponseNorm(input, size, configured(new LocalResponseOptions(), with));
  }

  /** {@link #localResponseNorm(Tensor, long, UnaryOperator)} with ready options. */
  public static Tensor localResponseNorm(Tensor input, long size, LocalResponseOptions o) {
    Size shape = required(input, "input").shape();
    if (shape.size() < 3) {
      throw new ShapeException("Expected 3D or higher dimensionality input (got " + shape.size() + " dimensions)");
    }
    if (input.numel() == 0) return input;
    Tensor means = channelMeans(input.mul(input), size).view(shape.toLongArray());
    return input.div(means.mul(required(o, "o").alpha()).add(o.k()).pow(o.beta()));
  }

  /** Pools over two dimensions where that suffices, as PyTorch does: LibTorch's kernel for three knows no half precision. */
  private static Tensor channelMeans(Tensor x, long size) {
    long before = size / 2;
    long after = (size - 1) / 2;
    if (x.dim() == 3)
      return F.avgPool2d(F.pad(x.unsqueeze(1), 0, 0, before, after), new long[] {size, 1}, p -> p.stride(1));
    Tensor volume = x.view(x.size(0), 1, x.size(1), x.size(2), -1);
    return F.avgPool3d(F.pad(volume, 0, 0, 0, 0, before, after), new long[] {size, 1, 1}, p -> p.stride(1));
  }
}
