package dev.jtorch.nn;

import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Tensor;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.StateDict;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A module's state: taken, loaded, and what runs then. */
abstract sealed class ModuleState extends ModuleTensors permits Module {
  /** Transient: hooks are no part of a saved model. */
  private transient @Nullable StateHooks hooks;

  ModuleState() {}

  private Module self() { return (Module) this; }

  /** {@return the persistent state of the tree by dotted key, in PyTorch's order; the tensors share the module's storage} */
  public final StateDict stateDict() {
    return stateDict(o -> o);
  }

  /** The state with a prefix, which ends in a dot, before every key. */
  public final StateDict stateDict(String prefix) {
    return stateDict(o -> o.prefix(prefix));
  }

  /** {@return the persistent state of the tree, taken as the options say} */
  public final StateDict stateDict(UnaryOperator<StateOptions> with) {
    StateOptions options = configured(new StateOptions(), with);
    var state = new StateDict();
    new StateTaking(state, options.keepVars()).take(self(), options.prefix());
    return state;
  }

  /**
   * Copies a state into this tree, strictly.
   *
   * @throws StateDictException if any key is missing or unexpected or any shape differs; nothing is changed then, unless the
   *     tree has hooks that run after loading
   */
  public final LoadReport loadStateDict(Map<String, ? extends Tensor> state) { return loadStateDict(state, o -> o); }

  /** Copies a state into this tree. */
  public final LoadReport loadStateDict(Map<String, ? extends Tensor> state, UnaryOperator<LoadOptions> with) {
    return new StateLoading(self(), configured(new LoadOptions(), with)).load(state);
  }

  /**
   * Copies the state that a file holds into this tree, strictly: {@code net.loadStateDict(Torch.load("net.pt"))}.
   *
   * @throws dev.jtorch.io.CheckpointException if the file holds something else than a state
   * @throws StateDictException as {@link #loadStateDict(Map)}
   */
  public final LoadReport loadStateDict(Checkpoint checkpoint) { return loadStateDict(checkpoint, o -> o); }

  /** Copies the state that a file holds into this tree, as the options say. */
  public final LoadReport loadStateDict(Checkpoint checkpoint, UnaryOperator<LoadOptions> with) {
    return loadStateDict(required(checkpoint, "checkpoint").stateDict(), with);
  }

  /** Runs {@code hook} before this module's entries are collected into a state. */
  public final RemovableHandle registerStateDictPreHook(StateDictPreHook hook) {
    return hooks().beforeTaking.add(hook, new HookOptions());
  }

  /**
   * Runs {@code hook} after the entries of this module and its descendants have been collected into a state: PyTorch's
   * {@code register_state_dict_post_hook}.
   */
  public final RemovableHandle registerStateDictHook(StateDictHook hook) {
    return hooks().afterTaking.add(hook, new HookOptions());
  }

  /** Runs {@code hook} before this module's entries are looked up in a state that is loaded. */
  public final RemovableHandle registerLoadStateDictPreHook(LoadStateDictPreHook hook) {
    return hooks().beforeLoading.add(hook, new HookOptions());
  }

  /** Runs {@code hook} after this module and its descendants have been loaded. */
  public final RemovableHandle registerLoadStateDictPostHook(LoadStateDictPostHook hook) {
    return hooks().afterLoading.add(hook, new HookOptions());
  }

  final @Nullable StateHooks stateHooks() {
    return hooks;
  }

  private synchronized StateHooks hooks() {
    requireConstructed();
    StateHooks known = hooks;
    if (known == null) hooks = known = new StateHooks();
    return known;
  }

  /** {@return the version of the class's own entries, which a state remembers; 1 unless the class says otherwise} */
  protected long stateVersion() {
    return 1;
  }

  /**
   * {@return whether a state of another version may lack one of this module's own keys, which then keeps its value}
   *
   * @param key without the module's path
   * @param version the version in which the state was taken; 0 where the state does not say
   */
  protected boolean mayBeMissing(String key, long version) {
    return false;
  }
}
