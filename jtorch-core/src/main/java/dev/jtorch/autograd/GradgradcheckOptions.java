package dev.jtorch.autograd;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Autograd#gradgradcheck}.
 *
 * @param check how the gradient's gradient is checked
 * @param gradOutputs the gradients by the function's outputs that the check starts from; null means random ones in [-1, 1)
 * @param genNonContigGradOutputs whether random ones lie in memory with gaps; false by default
 */
public record GradgradcheckOptions(GradcheckOptions check, @Nullable List<Tensor> gradOutputs,
    boolean genNonContigGradOutputs) {
  static final GradgradcheckOptions DEFAULT = new GradgradcheckOptions(GradcheckOptions.DEFAULT, null, false);

  /** Changes how the gradient's gradient is checked: {@code o -> o.check(c -> c.atol(1e-4))}. */
  public GradgradcheckOptions check(UnaryOperator<GradcheckOptions> with) {
    return new GradgradcheckOptions(configured(check, with), gradOutputs, genNonContigGradOutputs);
  }

  public GradgradcheckOptions gradOutputs(List<? extends Tensor> gradients) {
    return new GradgradcheckOptions(check, List.copyOf(gradients), genNonContigGradOutputs);
  }

  public GradgradcheckOptions genNonContigGradOutputs(boolean on) {
    return new GradgradcheckOptions(check, gradOutputs, on);
  }
}
