package dev.jtorch.optim;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.internal.NativeTensor;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stochastic gradient descent, optionally with momentum.
 *
 * <p>Formula, for parameter p, gradient g (negated by {@code maximize}) and momentum buffer b:
 *
 * <pre>
 * g ← g + weightDecay · p
 * b ← momentum · b + (1 − dampening) · g      (b ← g at the first step)
 * p ← p − lr · b                              (with nesterov: p − lr · (g + momentum · b); without momentum: p − lr · g)
 * </pre>
 *
 * <p>State: {@code momentum_buffer}, where momentum is not 0.
 *
 * <pre>{@code
 * var sgd = new SGD(net.parameters(), o -> o.lr(0.1).momentum(0.9));
 * sgd.zeroGrad();
 * loss.call(net.call(input), target).backward();
 * sgd.step();
 * }</pre>
 *
 * <p>Differs from PyTorch: float32 and float64 parameters on the CPU are changed by LibTorch's fused kernel, which PyTorch
 * uses when it is asked to; its results differ from the default's by rounding only. A momentum buffer of another dtype than its
 * parameter, as {@code toDouble()} between two steps leaves it, goes on in its own dtype, as in Python's default.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html">torch.optim.SGD</a>
 */
public final class SGD extends Optimizer<SGDOptions> {
  static final String MOMENTUM_BUFFER = "momentum_buffer";

  private final SGDKernel kernel = new SGDKernel();

  /** For these parameters, with a learning rate of 0.001. */
  public SGD(Iterable<? extends Tensor> params) {
    this(params, o -> o);
  }

  /**
   * For these parameters: {@code new SGD(net.parameters(), o -> o.lr(0.1).momentum(0.9))}.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public SGD(Iterable<? extends Tensor> params, UnaryOperator<SGDOptions> with) {
    super(params, configured(new SGDOptions(), with).checked("SGD"));
  }

  /** For these parameters with names, with a learning rate of 0.001: {@code new SGD(net.namedParameters())}. */
  public SGD(Map<String, ? extends Tensor> params) {
    this(params, o -> o);
  }

  /**
   * For these parameters with names: {@code new SGD(net.namedParameters(), o -> o.lr(0.1).momentum(0.9))}.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public SGD(Map<String, ? extends Tensor> params, UnaryOperator<SGDOptions> with) {
    super(params, configured(new SGDOptions(), with).checked("SGD"));
  }

  /**
   * For these parameters, with a learning rate: {@code new SGD(net.parameters(), 0.1)}.
   *
   * @throws dev.jtorch.TorchException if the rate is negative, if there are no parameters, or if one is not a leaf
   */
  public SGD(Iterable<? extends Tensor> params, double lr) {
    this(params, o -> o.lr(lr));
  }

  /**
   * For these parameters, with a learning rate and other options.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public SGD(Iterable<? extends Tensor> params, double lr, UnaryOperator<SGDOptions> with) {
    this(params, o -> configured(o.lr(lr), with));
  }

  /**
   * For these parameters with names, with a learning rate: {@code new SGD(net.namedParameters(), 0.1)}.
   *
   * @throws dev.jtorch.TorchException if the rate is negative, if there are no parameters, or if one is not a leaf
   */
  public SGD(Map<String, ? extends Tensor> params, double lr) {
    this(params, o -> o.lr(lr));
  }

  /**
   * For these parameters with names, with a learning rate and other options.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public SGD(Map<String, ? extends Tensor> params, double lr, UnaryOperator<SGDOptions> with) {
    this(params, o -> configured(o.lr(lr), with));
  }

  /**
   * For these groups, which {@link #group} makes; the options hold where a group says nothing else.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no groups, if a parameter is not a leaf, if
   *     it appears in two groups, or if only some groups have names
   */
  public SGD(List<NewGroup<SGDOptions>> groups, UnaryOperator<SGDOptions> with) {
    super(groups, configured(new SGDOptions(), with).checked("SGD"));
  }

  /** {@return parameters with options of their own, for the constructor or {@link #addParamGroup}} */
  public static NewGroup<SGDOptions> group(Iterable<? extends Tensor> params, UnaryOperator<SGDOptions> with) {
    return NewGroup.of(params, with);
  }

  /** {@return parameters with names, and with options of their own} */
  public static NewGroup<SGDOptions> group(Map<String, ? extends Tensor> params, UnaryOperator<SGDOptions> with) {
    return NewGroup.of(params, with);
  }

  /** {@return parameters with names, and with the optimizer's options} */
  public static NewGroup<SGDOptions> group(Map<String, ? extends Tensor> params) {
    return NewGroup.of(params, o -> o);
  }

  /** {@return parameters with the optimizer's options} */
  public static NewGroup<SGDOptions> group(Iterable<? extends Tensor> params) {
    return NewGroup.of(params, o -> o);
  }

  @Override protected void update(ParamGroup<SGDOptions> group) {
    if (kernel.again(group)) return;
    List<Tensor> active = group.paramsWithGradient();
    if (active.isEmpty()) return;
    SGDOptions options = group.options();
    List<ParamState> states = active.stream().map(this::state).toList();
    // the first step, which makes the buffer, has a rule of its own
    boolean started = options.momentum() == 0 || states.stream().allMatch(state -> state.find(MOMENTUM_BUFFER) != null);
    if (started && kernel.first(group, active, states)) return;
    new SGDRule(options, Foreach.of(active)).update(active, gradients(active), states);
  }

  @Override protected void stateLoaded() { kernel.forgetAll(); }

  /** {@link SGD} by LibTorch's {@code _fused_sgd_}. */
  static final class SGDKernel extends FusedKernel<SGDOptions> {
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
}
