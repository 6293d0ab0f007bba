package dev.jtorch.optim;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeAutograd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that an optimizer changes in the same way.
 *
 * <p>{@code sgd.paramGroups().get(0).lr(0.01)} sets the learning rate of the steps that follow.
 *
 * @param <O> the optimizer's options
 */
public final class ParamGroup<O extends OptimizerOptions<O>> {
  private static final String INITIAL_LR = "initial_lr";

  private final List<Tensor> params;
  private volatile List<String> names;
  private volatile O options;
  /** Python keeps such values in the same dictionary as the options. Another map takes its place when one changes. */
  private volatile Map<String, @Nullable Object> extras = Map.of();

  ParamGroup(NewGroup<O> group, O options) {
    params = group.params();
    names = group.names();
    this.options = options;
  }

  /** {@return the parameters, in order} */
  public List<Tensor> params() { return params; }

  /** {@return the parameters' names, one for each; empty where the optimizer was made without names} */
  public List<String> names() {
    return names;
  }

  /** {@return the options of the next step} */
  public O options() { return options; }

  /** Changes the options for the steps that follow: {@code group.options(o -> o.momentum(0.5))}. */
  public ParamGroup<O> options(UnaryOperator<O> with) {
    options = configured(options, with);
    return this;
  }

  /** {@return the learning rate of the next step} */
  public double lr() {
    return options.lr();
  }

  /** Sets the learning rate of the steps that follow. */
  public ParamGroup<O> lr(double lr) {
    if (lr != options.lr()) options = options.lr(lr);
    return this;
  }

  /** {@return the learning rate that a scheduler started from; null where none has} */
  public @Nullable Double initialLr() {
    return extras.get(INITIAL_LR) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
  }

  /** Notes the learning rate that a scheduler starts from; it is saved with the options. */
  public ParamGroup<O> initialLr(double lr) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(extras);
    changed.put(INITIAL_LR, lr);
    extras = changed;
    return this;
  }

  /** {@return the parameters that have a gradient now} */
  public List<Tensor> paramsWithGradient() {
    return params.stream().filter(ParamGroup::hasGradient).toList();
  }

  static boolean hasGradient(Tensor param) { return NativeAutograd.hasGrad(Bridge.handle(param)); }

  /** The names, options and notes under Python's keys. */
  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (!names.isEmpty()) values.put(OptimizerState.NAMES, names);
    values.putAll(options.toMap());
    values.putAll(extras);
    return values;
  }

  /** Takes over what was saved; names only where the group has none yet, else they have been matched. */
  void load(O saved, List<String> savedNames, Map<String, @Nullable Object> rest) {
    if (names.isEmpty()) names = savedNames;
    options = saved;
    extras = rest;
  }
}
