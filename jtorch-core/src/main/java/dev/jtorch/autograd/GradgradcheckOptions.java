package dev.jtorch.autograd;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Options of {@link Autograd#gradgradcheck}. */
public final class GradgradcheckOptions extends FluentOptions<GradgradcheckOptions> {
  private GradcheckOptions check = new GradcheckOptions();
  private @Nullable List<Tensor> gradOutputs;
  private boolean genNonContigGradOutputs = false;

  /** How the gradient's gradient is checked. */
  public GradgradcheckOptions check(UnaryOperator<GradcheckOptions> with) {
    return with(o -> o.check = configured(check, with));
  }

  public GradcheckOptions check() { return check; }

  /** The gradients by the function's outputs that the check starts from; null means random ones in [-1, 1). */
  public GradgradcheckOptions gradOutputs(List<? extends Tensor> gradOutputs) {
    return with(o -> o.gradOutputs = List.copyOf(gradOutputs));
  }

  public @Nullable List<Tensor> gradOutputs() { return gradOutputs; }

  /** Whether random ones lie in memory with gaps; default false. */
  public GradgradcheckOptions genNonContigGradOutputs(boolean genNonContigGradOutputs) {
    return with(o -> o.genNonContigGradOutputs = genNonContigGradOutputs);
  }

  public boolean genNonContigGradOutputs() { return genNonContigGradOutputs; }
}
