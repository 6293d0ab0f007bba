package dev.jtorch.nn.loss;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.functional.CrossEntropyOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cross entropy between logits and targets, the usual loss of a classifier.
 *
 * <p>Formula: {@code l = -weight_y · log(exp(x_y) / Σ_c exp(x_c))}; the mean is weighted with the weights of the
 * targets.
 *
 * <p>Shape: input {@code (C)}, {@code (N, C)} or {@code (N, C, d1, ..)}; target int64 class numbers {@code ()},
 * {@code (N)} or {@code (N, d1, ..)}, or probabilities of the same shape as the input; output {@code ()}, or without
 * reduction the shape of the class numbers.
 *
 * <pre>{@code
 * var loss = new CrossEntropyLoss();
 * Tensor logits = Torch.randn(3, 5).requiresGrad_();
 * Tensor target = Torch.randint(5, new long[] {3}); // class numbers
 * loss.call(logits, target).backward();
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html">torch.nn.CrossEntropyLoss</a>
 */
public class CrossEntropyLoss extends Loss {
  private final CrossEntropyOptions options;
  /** The weight of each class, shape {@code (C)}; null where all count the same. */
  public @Nullable Buffer weight;

  /** The mean over all examples, with equal weights for all classes. */
  public CrossEntropyLoss() {
    this(o -> o);
  }

  /** With options. */
  public CrossEntropyLoss(UnaryOperator<CrossEntropyOptions> with) {
    options = configured(new CrossEntropyOptions(), with);
    Tensor ofClasses = options.weight();
    weight = ofClasses == null ? null : new Buffer(ofClasses);
  }

  @Override protected Tensor forward(Tensor input, Tensor target) {
    return F.crossEntropy(input, target, options.weight(weight));
  }
}
