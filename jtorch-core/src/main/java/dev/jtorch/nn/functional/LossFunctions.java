package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.handleOrNull;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.Tuned;
import java.lang.System.Logger.Level;
import java.util.function.UnaryOperator;

/**
 * Losses: how far an input is from its target. They are reduced to their mean by default.
 *
 * <pre>{@code
 * Tensor logits = Torch.randn(3, 5).requiresGrad_();
 * F.crossEntropy(logits, Torch.tensor(new long[] {1, 0, 4})).backward();
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#loss-functions">Loss functions</a>
 */
abstract sealed class LossFunctions extends VisionFunctions permits F {

  LossFunctions() {}

  /** {@return the mean cross entropy between logits and targets} */
  public static Tensor crossEntropy(Tensor input, Tensor target) {
    return crossEntropy(input, target, new CrossEntropyOptions());
  }

  /**
   * {@return the cross entropy between logits and targets: the negative log likelihood of their log softmax}
   *
   * @param input logits of shape {@code (C)}, {@code (N, C)} or {@code (N, C, d1, ..)}
   * @param target class numbers, int64 of shape {@code ()}, {@code (N)} or {@code (N, d1, ..)}; or probabilities of the
   *     input's shape
   * @throws dev.jtorch.IndexException if a class number is not below C
   */
  public static Tensor crossEntropy(Tensor input, Tensor target, UnaryOperator<CrossEntropyOptions> with) {
    return crossEntropy(input, target, configured(new CrossEntropyOptions(), with));
  }

  /** {@link #crossEntropy(Tensor, Tensor, UnaryOperator)} with ready options. */
  public static Tensor crossEntropy(Tensor input, Tensor target, CrossEntropyOptions o) {
    return tensor(Tuned.crossEntropyLoss(handle(input), handle(target), handleOrNull(required(o, "o").weight()),
        o.reduction().code(), o.ignoreIndex(), o.labelSmoothing()));
  }

  /** {@return the mean negative log likelihood of the targets} */
  public static Tensor nllLoss(Tensor input, Tensor target) {
    return nllLoss(input, target, new NllOptions());
  }

  /**
   * {@return the negative log likelihood of the targets}
   *
   * @param input log probabilities of shape {@code (C)}, {@code (N, C)} or {@code (N, C, d1, ..)}
   * @param target class numbers, int64 of shape {@code ()}, {@code (N)} or {@code (N, d1, ..)}
   * @throws dev.jtorch.IndexException if a class number is not below C
   */
  public static Tensor nllLoss(Tensor input, Tensor target, UnaryOperator<NllOptions> with) {
    return nllLoss(input, target, configured(new NllOptions(), with));
  }

  /** {@link #nllLoss(Tensor, Tensor, UnaryOperator)} with ready options. */
  public static Tensor nllLoss(Tensor input, Tensor target, NllOptions o) {
    return tensor(
        AtenNN.nllLossNd(handle(input), handle(target), handleOrNull(required(o, "o").weight()), o.reduction().code(),
            o.ignoreIndex()));
  }

  /** {@return the mean of {@code (x - y)²}} */
  public static Tensor mseLoss(Tensor input, Tensor target) {
    return mseLoss(input, target, Reduction.MEAN);
  }

  /** {@return {@code (x - y)²}, reduced; a target of another shape is broadcast, with a warning} */
  public static Tensor mseLoss(Tensor input, Tensor target, Reduction reduction) {
    warnOfBroadcasting(input, target);
    return tensor(AtenNN.mseLoss(handle(input), handle(target), required(reduction, "reduction").code()));
  }

  /** {@return the mean of {@code |x - y|}} */
  public static Tensor l1Loss(Tensor input, Tensor target) {
    return l1Loss(input, target, Reduction.MEAN);
  }

  /** {@return {@code |x - y|}, reduced; a target of another shape is broadcast, with a warning} */
  public static Tensor l1Loss(Tensor input, Tensor target, Reduction reduction) {
    warnOfBroadcasting(input, target);
    return tensor(AtenNN.l1Loss(handle(input), handle(target), required(reduction, "reduction").code()));
  }

  private static void warnOfBroadcasting(Tensor input, Tensor target) {
    if (required(input, "input").shape().equals(required(target, "target").shape())) return;
    System.getLogger(F.class.getName()).log(Level.WARNING, "Using a target size (" + target.shape()
        + ") that is different to the input size (" + input.shape()
        + "). This will likely lead to incorrect results due to"
        + " broadcasting. Please ensure they have the same size.");
  }
}
