package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.handleOrNull;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.text.PythonNumbers;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.batch_norm.html">batch_norm</a>
 */
abstract sealed class FNormalization extends FUnpooling permits FExampleNorm {
  FNormalization() {}

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
  static void requireSeveralValues(List<Long> sizes) {
    if (sizes.isEmpty()) throw new ShapeException("Expected at least 1 dimension for input tensor but received 0");
    long values = sizes.get(0);
    for (int dim = 2; dim < sizes.size(); dim++) values *= sizes.get(dim);
    if (values == 1) {
      throw new ShapeException("Expected more than 1 value per channel when training, got input size " + sizes);
    }
  }
}
