package dev.jtorch.optim;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Adam with decoupled weight decay, which shrinks the parameters themselves and leaves the running means alone; its
 * default is 0.01.
 *
 * <p>Formula: {@code p ← p − lr · weightDecay · p}, then the step of {@link Adam} without weight decay
 *
 * <pre>{@code
 * var adam = new AdamW(net.parameters(), o -> o.lr(1e-3).weightDecay(0.05));
 * adam.zeroGrad();
 * loss.call(net.call(input), target).backward();
 * adam.step();
 * }</pre>
 *
 * <p>Differs from PyTorch: as {@link Adam}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html">torch.optim.AdamW</a>
 * @see <a href="https://arxiv.org/abs/1711.05101">Decoupled Weight Decay Regularization</a>
 */
public final class AdamW extends Adam {
  private static final AdamOptions DEFAULT = new AdamOptions().weightDecay(1e-2).decoupledWeightDecay(true);

  /** For these parameters, with a learning rate of 0.001. */
  public AdamW(Iterable<? extends Tensor> params) {
    this(params, o -> o);
  }

  /**
   * For these parameters: {@code new AdamW(net.parameters(), o -> o.lr(1e-4).weightDecay(0.05))}.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public AdamW(Iterable<? extends Tensor> params, UnaryOperator<AdamOptions> with) {
    super(params, configured(DEFAULT, with).decoupledWeightDecay(true).checked("AdamW"));
  }

  /** For these parameters with names, with a learning rate of 0.001: {@code new AdamW(net.namedParameters())}. */
  public AdamW(Map<String, ? extends Tensor> params) {
    this(params, o -> o);
  }

  /**
   * For these parameters with names: {@code new AdamW(net.namedParameters(), o -> o.lr(1e-4).weightDecay(0.05))}.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public AdamW(Map<String, ? extends Tensor> params, UnaryOperator<AdamOptions> with) {
    super(params, configured(DEFAULT, with).decoupledWeightDecay(true).checked("AdamW"));
  }

  /**
   * For these parameters, with a learning rate: {@code new AdamW(net.parameters(), 0.1)}.
   *
   * @throws dev.jtorch.TorchException if the rate is negative, if there are no parameters, or if one is not a leaf
   */
  public AdamW(Iterable<? extends Tensor> params, double lr) {
    this(params, o -> o.lr(lr));
  }

  /**
   * For these parameters, with a learning rate and other options.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public AdamW(Iterable<? extends Tensor> params, double lr, UnaryOperator<AdamOptions> with) {
    this(params, o -> configured(o.lr(lr), with));
  }

  /**
   * For these parameters with names, with a learning rate: {@code new AdamW(net.namedParameters(), 0.1)}.
   *
   * @throws dev.jtorch.TorchException if the rate is negative, if there are no parameters, or if one is not a leaf
   */
  public AdamW(Map<String, ? extends Tensor> params, double lr) {
    this(params, o -> o.lr(lr));
  }

  /**
   * For these parameters with names, with a learning rate and other options.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no parameters, or if one is not a leaf
   */
  public AdamW(Map<String, ? extends Tensor> params, double lr, UnaryOperator<AdamOptions> with) {
    this(params, o -> configured(o.lr(lr), with));
  }

  /**
   * For these groups, which {@link Adam#group} makes; the options hold where a group says nothing else.
   *
   * @throws dev.jtorch.TorchException if an option is out of range, if there are no groups, if a parameter is not a leaf, if
   *     it appears in two groups, or if only some groups have names
   */
  public AdamW(List<NewGroup<AdamOptions>> groups, UnaryOperator<AdamOptions> with) {
    super(groups, configured(DEFAULT, with).decoupledWeightDecay(true).checked("AdamW"));
  }

  /** A state that Adam saved does not make an Adam of this. */
  @Override protected void stateLoaded() {
    paramGroups().forEach(group -> group.options(o -> o.decoupledWeightDecay(true)));
    super.stateLoaded();
  }
}
