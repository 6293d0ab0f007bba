package dev.jtorch.optim;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.bridge.Gradients;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.NativeAutograd;
import dev.jtorch.internal.Sharing;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Changes parameters by their gradients, each group of parameters with options of its own.
 *
 * <p>A training step is {@code optimizer.zeroGrad()}, a backward pass, {@code optimizer.step()}. A parameter without a
 * gradient is left alone, also by weight decay and momentum; one whose gradient is zero is not.
 *
 * <p>What is remembered about a parameter is bound to the tensor object, which {@code Module.to} and its like keep.
 *
 * <p>Parameters may come with names: {@code new SGD(net.namedParameters())}. The names are part of the state, and loading one
 * matches by them, so that it does not matter in which order the parameters of the two networks come.
 *
 * <p>Threads: one optimizer may be used by several threads. {@link #step}, {@link #stateDict}, {@link #loadStateDict} and
 * {@link #addParamGroup} take turns: a second thread waits until the first is done. {@link #zeroGrad} waits while another thread
 * runs a backward pass or a step that may use the gradients, and throws a {@link TorchException} if that takes longer than ten
 * seconds. A step that runs while another thread's backward pass adds to the gradients is safe, but which part of the sum
 * it sees is undefined.
 *
 * <p>An optimizer of one's own extends this class and says in {@link #update} how a group's parameters change; one that evaluates
 * the loss several times in a step extends {@link ClosureOptimizer}. {@link GroupOptions} are options by name, and {@link #state}
 * holds what is remembered about a parameter. Both are saved and loaded as Python's.
 *
 * <p>Differs from PyTorch: options have types, so a group cannot have an option that its optimizer does not know;
 * {@link #loadStateDict} copies the tensors it is given, matches by name where both sides have names, where PyTorch matches by
 * position only, and refuses state tensors of another shape than their parameter's, which PyTorch does not check.
 *
 * @param <O> the optimizer's options
 * @see <a href="https://docs.pytorch.org/docs/stable/optim.html#base-class">torch.optim.Optimizer</a>
 */
public abstract class Optimizer<O extends OptimizerOptions<O>> {

  private final O defaults;
  private final List<ParamGroup<O>> groups = new CopyOnWriteArrayList<>();
  private final Map<Tensor, ParamState> states = new LinkedHashMap<>();
  private volatile boolean stepped;
  /** Held by whoever uses the state. It is taken before a step begins, so that those who wait for it are not in a step. */
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * An optimizer with one group.
   *
   * @throws TorchException if there are no parameters, or if one is not a leaf
   */
  protected Optimizer(Iterable<? extends Tensor> params, O defaults) {
    this.defaults = defaults;
    if (params instanceof Tensor tensor) {
      throw new TorchException(name() + ": params is one Tensor of shape " + tensor.shape().inMessage()
          + " (expected: an iterable of tensors, such as List.of(tensor))");
    }
    addOnly(NewGroup.of(params, o -> o));
  }

  /**
   * An optimizer with one group of parameters with names, such as {@code net.namedParameters()}.
   *
   * @throws TorchException if there are no parameters, or if one is not a leaf
   */
  protected Optimizer(Map<String, ? extends Tensor> params, O defaults) {
    this.defaults = defaults;
    addOnly(NewGroup.of(params, o -> o));
  }

  /**
   * An optimizer with these groups.
   *
   * @throws TorchException if there are no groups, if a parameter is not a leaf, if it appears in two groups, or if only
   *     some groups have names
   */
  protected Optimizer(List<NewGroup<O>> groups, O defaults) {
    this.defaults = defaults;
    if (groups.isEmpty()) throw nothingToDo();
    groups.forEach(this::add);
  }

  /** Changes the parameters of a group, with gradients not recorded; temporaries go when it returns. */
  protected abstract void update(ParamGroup<O> group);

  /** What must be thrown away because the state has been loaded. */
  protected void stateLoaded() {}

  /** Changes all parameters that have a gradient. */
  public final void step() {
    lock.lock();
    try {
      stepAlone();
    } finally {
      lock.unlock();
    }
  }

  private void stepAlone() {
    boolean recorded = NativeAutograd.gradMode();
    if (recorded) NativeAutograd.gradMode(false);
    try (var step = Sharing.region(); var temporaries = Scope.open()) {
      stepped = true;
      for (ParamGroup<O> group : groups) update(group);
    } finally {
      if (recorded) NativeAutograd.gradMode(true);
    }
  }

  /**
   * Evaluates the loss, with gradients recorded, and then changes the parameters. A {@link ClosureOptimizer} may evaluate it
   * several times.
   *
   * @param closure clears the gradients, computes the loss, goes backward and returns the loss
   * @return the loss
   */
  public final Tensor step(Supplier<Tensor> closure) {
    return stepWith(required(closure, "closure"));
  }

  Tensor stepWith(Supplier<Tensor> closure) {
    Tensor loss = inGradMode(true, closure);
    step();
    return loss;
  }

  static Tensor inGradMode(boolean recorded, Supplier<Tensor> computation) {
    boolean before = NativeAutograd.gradMode();
    NativeAutograd.gradMode(recorded);
    try {
      return computation.get();
    } finally {
      NativeAutograd.gradMode(before);
    }
  }

  /** Runs a step that is not made of {@link #update}, alone as every step. */
  final Tensor alone(Supplier<Tensor> step) {
    lock.lock();
    try {
      stepped = true;
      return inGradMode(false, step);
    } finally {
      lock.unlock();
    }
  }

  /** Removes the gradients of the optimizer's parameters. */
  public final void zeroGrad() {
    zeroGrad(true);
  }

  /** Removes the gradients of the optimizer's parameters or, with false, fills them with zeros. */
  public final void zeroGrad(boolean setToNone) {
    for (ParamGroup<O> group : groups) {
      for (Tensor param : group.params()) {
        if (setToNone) param.grad(null);
        else Gradients.clear(param, false);
      }
    }
  }

  /** {@return the groups, in the order in which they were added; their options may be changed} */
  public final List<ParamGroup<O>> paramGroups() {
    return Collections.unmodifiableList(groups);
  }

  /**
   * Adds parameters, such as those of a layer that is no longer frozen.
   *
   * @throws TorchException if a parameter is not a leaf, or is in another group already, or if the group has names and the
   *     others have not, or the other way round
   */
  public final void addParamGroup(NewGroup<O> group) {
    lock.lock();
    try {
      add(group);
    } finally {
      lock.unlock();
    }
  }

  /** {@return the options of groups that say nothing else} */
  public final O defaults() { return defaults; }

  /** {@return whether {@link #step} has been called} */
  public final boolean stepped() {
    return stepped;
  }

  /** {@return the state of a parameter; empty for a new one} */
  protected final ParamState state(Tensor param) {
    return states.computeIfAbsent(param, p -> new ParamState());
  }

  /** {@return the gradients of parameters that have one, as temporaries of the step} */
  protected static List<Tensor> gradients(List<Tensor> params) {
    return params.stream().map(Bridge::handle).map(NativeAutograd::gradForNow).map(Objects::requireNonNull)
        .map(Bridge::tensor).toList();
  }

  /**
   * What a checkpoint needs to go on later, laid out as Python does: {@code state} holds tensors by the number of the
   * parameter, {@code param_groups} the options and the numbers of the parameters. The tensors are the optimizer's own, not
   * copies, so the next step changes them.
   */
  public final Map<String, Object> stateDict() {
    lock.lock();
    try (var temporaries = Scope.open()) {
      return OptimizerState.pack(groups, states);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Goes on from what {@link #stateDict()} or Python's {@code state_dict()} gave. Groups must be as many and in the same order.
   * Parameters are matched by name where this optimizer and the saved one have names ({@code param_names}), else by their
   * order. The options become those that were saved. A scheduler must be made before.
   *
   * @throws TorchException if the groups differ in number or size, if names or shapes do not fit, or if something is missing;
   *     it lists everything that does not fit, and nothing is changed then
   */
  public final void loadStateDict(Map<String, ?> stateDict) {
    lock.lock();
    try (var temporaries = Scope.open()) {
      Map<Tensor, ParamState> loaded = OptimizerState.load(name(), stateDict, groups, this::stateFits);
      states.clear();
      states.putAll(loaded);
      stateLoaded();
    } finally {
      lock.unlock();
    }
  }

  /**
   * {@return whether a tensor that is loaded can be the state of a parameter: one of the parameter's shape, or a scalar}
   * Optimizers with state of other shapes override this.
   *
   * @param name the key in the parameter's state, such as {@code exp_avg}
   */
  protected boolean stateFits(String name, Tensor loaded, Tensor param) {
    return loaded.dim() == 0 || loaded.shape().equals(param.shape());
  }

  private void addOnly(NewGroup<O> group) {
    if (group.params().isEmpty()) throw nothingToDo();
    add(group);
  }

  private void add(NewGroup<O> group) {
    for (Tensor param : group.params()) {
      if (!param.isLeaf() && !param.retainsGrad()) {
        throw new TorchException(name() + ": can't optimize a non-leaf Tensor of shape " + param.shape().inMessage()
            + " (expected: a leaf); detach() it, or optimize what it was computed from");
      }
    }
    requireNew(group.params());
    requireNamesLikeOthers(group);
    groups.add(new ParamGroup<>(group, group.with().apply(defaults).checked(name())));
  }

  private void requireNew(List<Tensor> params) {
    var distinct = new HashSet<>(params);
    if (distinct.size() < params.size()) {
      System.getLogger(Optimizer.class.getName()).log(Level.WARNING, name() + ": a parameter group contains "
          + (params.size() - distinct.size()) + " parameters twice; each is changed once for every time");
    }
    if (groups.stream().flatMap(g -> g.params().stream()).anyMatch(distinct::contains)) {
      throw new TorchException(
          name() + ": some parameters appear in more than one parameter group (expected: each in one)");
    }
  }

  private void requireNamesLikeOthers(NewGroup<O> group) {
    boolean named = !group.names().isEmpty();
    if (groups.stream().allMatch(other -> other.names().isEmpty() != named)) return;
    throw new TorchException(name() + ": cannot add param group " + (named ? "with" : "without")
        + " names to the optimizer (expected: all param groups with names, or all without)");
  }

  private TorchException nothingToDo() {
    return new TorchException(name() + ": optimizer got an empty parameter list (expected: at least one parameter)");
  }

  final String name() { return ClassNames.of(getClass()); }

  /** The class and the options of each group, as Python prints them. */
  @Override public String toString() {
    lock.lock();
    try {
      return OptimizerState.print(name(), groups);
    } finally {
      lock.unlock();
    }
  }
}
