package dev.jtorch.nn.loss;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.NllOptions;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The negative log likelihood of targets, given log probabilities.
 *
 * <p>Formula: {@code l = -weight_y · x_y}; the mean is weighted with the weights of the targets.
 *
 * <p>Shape: input {@code (C)}, {@code (N, C)} or {@code (N, C, d1, ..)}; target int64 class numbers {@code ()},
 * {@code (N)} or {@code (N, d1, ..)}; output {@code ()}, or without reduction the shape of the target.
 *
 * <pre>{@code
 * var logSoftmax = new LogSoftmax(1);
 * var loss = new NLLLoss();
 * Tensor logits = Torch.tensor(new float[][] {{0.5f, 1, 2}});
 * Tensor l = loss.call(logSoftmax.call(logits), Torch.tensor(new long[] {2})); // tensor(0.4644)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html">torch.nn.NLLLoss</a>
 */
public class NLLLoss extends Loss {
  private final NllOptions options;
  /** The weight of each class, shape {@code (C)}; null where all count the same. */
  public @Nullable Buffer weight;

  /** The mean over all examples, with equal weights for all classes. */
  public NLLLoss() {
    this(o -> o);
  }

  /** With options. */
  public NLLLoss(UnaryOperator<NllOptions> with) {
    options = configured(new NllOptions(), with);
    Tensor ofClasses = options.weight();
    weight = ofClasses == null ? null : new Buffer(ofClasses);
  }

  @Override protected Tensor forward(Tensor input, Tensor target) {
    return F.nllLoss(input, target, options.weight(weight));
  }
}
