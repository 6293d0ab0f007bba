package dev.jtorch.optim;

import dev.jtorch.internal.NativeTensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Adam} by LibTorch's {@code _fused_adam_}, and with decoupled weight decay by {@code _fused_adamw_}. */
final class AdamKernel extends FusedKernel<AdamOptions> {
  @Override String operator(AdamOptions options) {
    return options.decoupledWeightDecay() ? "aten::_fused_adamw_" : "aten::_fused_adam_";
  }

  @Override List<NativeTensor[]> lists(List<ParamState> states, AdamOptions options) {
    return List.of(list(states, Adam.EXP_AVG), list(states, Adam.EXP_AVG_SQ),
        options.amsgrad() ? list(states, Adam.MAX_EXP_AVG_SQ) : noList());
  }

  @Override @Nullable Object[] arguments(AdamOptions o) {
    return new @Nullable Object[] {o.lr(), o.beta1(), o.beta2(), o.weightDecay(), o.eps(), o.amsgrad(), o.maximize(),
      null, null};
  }

  @Override boolean countsSteps() { return true; }

  @Override boolean sameLists(AdamOptions before, AdamOptions after) {
    return before.amsgrad() == after.amsgrad() && before.decoupledWeightDecay() == after.decoupledWeightDecay();
  }
}
