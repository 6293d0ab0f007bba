package dev.jtorch.optim;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.NativeTensor;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Adam: steps along the running mean of the gradient, divided by the root of the running mean of its square.
 *
 * <p>Formula, for parameter p, gradient g (negated by {@code maximize}), means m and v, and step number t from 1:
 *
 * <pre>
 * g ← g + weightDecay · p
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²
 * p ← p − lr · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + eps)      (with amsgrad: the greatest v so far)
 * </pre>
 *
 * <p>State: {@code step}, {@code exp_avg} (m), {@code exp_avg_sq} (v) and with amsgrad {@code max_exp_avg_sq}.
 *
 * <pre>{@code
 * var adam = new Adam(net.parameters(), 1e-3);
 * adam.zeroGrad();
 * loss.call(net.call(input), target).backward();
 * adam.step();
 * }</pre>
 *
 * <p>Differs from PyTorch: float32 and float64 parameters on the CPU are changed by LibTorch's fused kernel, which PyTorch
 * uses when it is asked to; its results differ from the default's by rounding only.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html">torch.optim.Adam</a>
 * @see <a href="https://arxiv.org/abs/1412.6980">Adam: A Method for Stochastic Optimization</a>, algorithm 1
 */
public class Adam extends Optimizer<AdamOptions> {
  static final String EXP_AVG = "exp_avg";
  static final String EXP_AVG_SQ = "exp_avg_sq";
  static final String MAX_EXP_AVG_SQ = "max_exp_avg_sq";

  private final AdamKernel kernel = new AdamKernel();

  /** For these parameters, with a learning rate of 0.001. */
  public Adam(Iterable<? extends Tensor> params) {
    this(params, o -> o);
  }

  /**
   * For these parameters: {@code new Adam(net.parameters(), o -> o.lr(1e-4))}.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public Adam(Iterable<? extends Tensor> params, UnaryOperator<AdamOptions> with) {
    this(params, configured(new AdamOptions(), with).checked("Adam"));
  }

  /** For these parameters with names, with a learning rate of 0.001: {@code new Adam(net.namedParameters())}. */
  public Adam(Map<String, ? extends Tensor> params) {
    this(params, o -> o);
  }

  /**
   * For these parameters with names: {@code new Adam(net.namedParameters(), o -> o.lr(1e-4))}.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public Adam(Map<String, ? extends Tensor> params, UnaryOperator<AdamOptions> with) {
    this(params, configured(new AdamOptions(), with).checked("Adam"));
  }

  /**
   * For these parameters, with a learning rate: {@code new Adam(net.parameters(), 0.1)}.
   *
   * @throws dev.jtorch.TorchException if the rate is negative, if there are no parameters, or if one is not a leaf
   */
  public Adam(Iterable<? extends Tensor> params, double lr) {
    this(params, o -> o.lr(lr));
  }

  /**
   * For these parameters, with a learning rate and other options.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public Adam(Iterable<? extends Tensor> params, double lr, UnaryOperator<AdamOptions> with) {
    this(params, o -> configured(o.lr(lr), with));
  }

  /**
   * For these parameters with names, with a learning rate: {@code new Adam(net.namedParameters(), 0.1)}.
   *
   * @throws dev.jtorch.TorchException if the rate is negative, if there are no parameters, or if one is not a leaf
   */
  public Adam(Map<String, ? extends Tensor> params, double lr) {
    this(params, o -> o.lr(lr));
  }

  /**
   * For these parameters with names, with a learning rate and other options.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public Adam(Map<String, ? extends Tensor> params, double lr, UnaryOperator<AdamOptions> with) {
    this(params, o -> configured(o.lr(lr), with));
  }

  /**
   * For these groups, which {@link #group} makes; the options hold where a group says nothing else.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no groups, if a parameter is not a leaf, if
   *     it appears in two groups, or if only some groups have names
   */
  public Adam(List<NewGroup<AdamOptions>> groups, UnaryOperator<AdamOptions> with) {
    this(groups, configured(new AdamOptions(), with).checked("Adam"));
  }

  Adam(Iterable<? extends Tensor> params, AdamOptions defaults) {
    super(params, defaults);
  }

  Adam(Map<String, ? extends Tensor> params, AdamOptions defaults) {
    super(params, defaults);
  }

  Adam(List<NewGroup<AdamOptions>> groups, AdamOptions defaults) {
    super(groups, defaults);
  }

  /** {@return parameters with options of their own, for the constructor or {@link #addParamGroup}} */
  public static NewGroup<AdamOptions> group(Iterable<? extends Tensor> params, UnaryOperator<AdamOptions> with) {
    return NewGroup.of(params, with);
  }

  /** {@return parameters with names, and with options of their own} */
  public static NewGroup<AdamOptions> group(Map<String, ? extends Tensor> params, UnaryOperator<AdamOptions> with) {
    return NewGroup.of(params, with);
  }

  /** {@return parameters with names, and with the optimizer's options} */
  public static NewGroup<AdamOptions> group(Map<String, ? extends Tensor> params) {
    return NewGroup.of(params, o -> o);
  }

  /** {@return parameters with the optimizer's options} */
  public static NewGroup<AdamOptions> group(Iterable<? extends Tensor> params) {
    return NewGroup.of(params, o -> o);
  }

  @Override protected final void update(ParamGroup<AdamOptions> group) {
    if (kernel.again(group)) return;
    List<Tensor> active = group.paramsWithGradient();
    if (active.isEmpty()) return;
    requireDense(active);
    AdamOptions options = group.options();
    List<ParamState> states = active.stream().map(param -> begun(param, options)).toList();
    if (kernel.first(group, active, states)) return;
    new AdamRule(options, Foreach.of(active)).update(active, gradients(active), states);
  }

  private static void requireDense(List<Tensor> params) {
    if (gradients(params).stream().noneMatch(Tensor::isSparse)) return;
    throw new TorchException("Adam does not support sparse gradients, please consider SparseAdam instead");
  }

  /** A network that was converted after some steps: the means cannot go on in two types, in PyTorch either. */
  private void requireDtypeOf(Tensor param, @Nullable Tensor mean) {
    if (mean == null || mean.dtype() == param.dtype()) return;
    throw new TorchException(ClassNames.of(getClass()) + ": " + EXP_AVG + " is " + mean.dtype() + " and its parameter "
        + param.dtype() + " (expected: one dtype); adam.loadStateDict(adam.stateDict()) converts the state");
  }

  private ParamState begun(Tensor param, AdamOptions options) {
    ParamState state = state(param);
    if (!state.isEmpty()) {
      requireDtypeOf(param, state.find(EXP_AVG));
      return state;
    }
    state.steps(0);
    state.put(EXP_AVG, Torch.zerosLike(param));
    state.put(EXP_AVG_SQ, Torch.zerosLike(param));
    if (options.amsgrad()) state.put(MAX_EXP_AVG_SQ, Torch.zerosLike(param));
    return state;
  }

  @Override protected void stateLoaded() { kernel.forgetAll(); }

  /** {@link Adam} by LibTorch's {@code _fused_adam_}, and with decoupled weight decay by {@code _fused_adamw_}. */
  static final class AdamKernel extends FusedKernel<AdamOptions> {
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
}
