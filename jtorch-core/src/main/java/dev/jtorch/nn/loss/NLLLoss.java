package dev.jtorch.nn.loss;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.functional.NllOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The negative log likelihood of targets, given log probabilities.
 *
 * <p>Formula: {@code l = -weight_y · x_y}; the mean is over the weights of the targets.
 *
 * <p>Shape: input {@code (C)}, {@code (N, C)} or {@code (N, C, d1, ..)}; target int64 class numbers {@code ()}, {@code (N)} or
 * {@code (N, d1, ..)}; output {@code ()}, or the target's shape without reduction.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html">torch.nn.NLLLoss</a>
 */
public class NLLLoss extends Loss {
  private final NllOptions options;
  /** The weight of each class, shape {@code (C)}; null where all count the same. */
  public @Nullable Buffer weight;

  /** The mean over examples, all classes alike. */
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
