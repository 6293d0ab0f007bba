package dev.jtorch.optim;

import dev.jtorch.internal.NativeTensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link SGD} by LibTorch's {@code _fused_sgd_}. */
final class SGDKernel extends FusedKernel<SGDOptions> {
  @Override String operator(SGDOptions options) {
    return "aten::_fused_sgd_";
  }

  @Override List<NativeTensor[]> lists(List<ParamState> states, SGDOptions options) {
    return List.<NativeTensor[]>of(options.momentum() == 0 ? noList() : list(states, SGD.MOMENTUM_BUFFER));
  }

  @Override @Nullable Object[] arguments(SGDOptions o) {
    boolean firstStep = false;
    return new @Nullable Object[] {o.weightDecay(), o.momentum(), o.lr(), o.dampening(), o.nesterov(), o.maximize(),
      firstStep, null, null};
  }

  @Override boolean countsSteps() { return false; }

  @Override boolean sameLists(SGDOptions before, SGDOptions after) {
    return (before.momentum() == 0) == (after.momentum() == 0);
  }
}
