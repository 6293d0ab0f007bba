package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.ModelHooks.StateHooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads a state into a tree, module by module in PyTorch's order. All problems are reported at once, and a module is changed
 * only when there are none; hooks that run after loading see loaded modules, so with them what fits is put in at once.
 */
final class StateLoading {
  /** An entry of a state and where it belongs. */
  private record Match(ModuleWalk.Place place, Tensor source) {}

  /** Under which name a state says in which version of a class a module's entries were taken. */
  static final String VERSION = "version";

  private final Module root;
  private final LoadOptions options;
  private final Map<String, Map<String, Object>> metadata = new HashMap<>();
  private final List<Match> matches = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();
  private final List<String> mismatched = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  StateLoading(Module root, LoadOptions options) {
    this.root = root;
    this.options = options;
  }

  LoadReport load(Map<String, ? extends Tensor> state) {
    refuseNested(root.typeName(), state);
    if (state instanceof StateDict described) metadata.putAll(described.metadata());
    boolean atOnce = root.modules().stream().map(Module::stateHooks)
        .anyMatch(hooks -> hooks != null && !hooks.afterLoading.isEmpty());
    visit(root, "", new StateDict(state), atOnce);
    refuseProblems();
    putMatches();
    return new LoadReport(List.copyOf(missing), List.copyOf(unexpected));
  }

  private void visit(Module module, String prefix, StateDict local, boolean atOnce) {
    Map<String, Object> about = new HashMap<>(metadata.getOrDefault(path(prefix), Map.of()));
    StateHooks hooks = module.stateHooks();
    if (hooks != null && !hooks.beforeLoading.isEmpty()) {
      var load = new StateDictLoad(local, prefix, about, true, missing, unexpected, errors);
      for (var entry : hooks.beforeLoading.entries()) entry.hook().run(module, load);
    }
    match(module, prefix, local, about.get(VERSION) instanceof Number version ? version.longValue() : 0);
    if (atOnce) putMatches();
    for (Map.Entry<String, Module> child : module.namedChildrenWithRepeats().entrySet()) {
      String below = prefix + child.getKey() + ".";
      visit(child.getValue(), below, local.filter(key -> key.startsWith(below)), atOnce);
    }
    if (hooks == null) return;
    for (var entry : hooks.afterLoading.entries()) entry.hook().run(module, new LoadReport(missing, unexpected));
  }

  /** Finds the module's own entries in the state, and the keys that are neither its own nor a child's. */
  private void match(Module module, String prefix, StateDict local, long version) {
    Set<String> own = new HashSet<>();
    Set<String> children = new HashSet<>();
    for (Slot slot : module.slots()) {
      Object value = slot.get(module);
      if (value instanceof Module) children.add(slot.key());
      if (!(value instanceof Tensor tensor) || !isSaved(tensor)) continue;
      String key = prefix + slot.key();
      Tensor source = local.get(key);
      own.add(slot.key());
      if (source != null) match(key, new ModuleWalk.Place(module, slot), tensor, source);
      else if (!module.mayBeMissing(slot.key(), version)) missing.add(key);
    }
    for (String key : local.keySet()) {
      String name = key.substring(prefix.length());
      int dot = name.indexOf('.');
      if (dot < 0 ? !own.contains(name) : !children.contains(name.substring(0, dot))) unexpected.add(key);
    }
  }

  private void match(String key, ModuleWalk.Place place, Tensor target, Tensor given) {
    // PyTorch before 0.4 had no scalars, and saved one element in their place
    boolean oldScalar = target.dim() == 0 && given.dim() == 1 && given.size(0) == 1;
    Tensor source = oldScalar ? given.select(0, 0) : given;
    if (target.shape().equals(source.shape())) {
      matches.add(new Match(place, source));
    } else {
      mismatched
          .add(key + " is " + source.shape().inMessage() + " in the state, " + target.shape().inMessage() + " here");
    }
  }

  /** The path of the module whose keys have a prefix. */
  static String path(String prefix) {
    return prefix.isEmpty() ? prefix : prefix.substring(0, prefix.length() - 1);
  }

  private static boolean isSaved(Tensor tensor) {
    return tensor instanceof Parameter || (tensor instanceof Buffer b && b.persistent());
  }

  private void refuseProblems() {
    List<String> lacking = options.strict() ? missing : List.of();
    List<String> superfluous = options.strict() ? unexpected : List.of();
    if (lacking.isEmpty() && superfluous.isEmpty() && mismatched.isEmpty() && errors.isEmpty()) return;
    throw StateDictException.of(root.typeName(), StateDictException.hint(missing, unexpected), lacking, superfluous,
        mismatched,
        errors);
  }

  private void putMatches() {
    try (var quiet = Torch.noGrad()) {
      matches.forEach(match -> put(match.place(), match.source()));
    }
    matches.clear();
  }

  private void put(ModuleWalk.Place place, Tensor source) {
    Object here = place.get();
    if (!options.assign()) {
      if (here instanceof Tensor target) target.copy_(source);
    } else if (here instanceof Parameter p) {
      Parameter taken = source instanceof Parameter given ? given : Parameter.frozen(source);
      taken.requiresGrad_(p.requiresGrad());
      place.slot().set(place.owner(), taken);
    } else if (here instanceof Buffer b) {
      place.slot().set(place.owner(), b.with(source));
    }
  }

  /**
   * Refuses the map around a state, as training scripts save it, which Java's types cannot tell from a state where it was
   * cast.
   */
  private static void refuseNested(String who, Map<String, ?> state) {
    for (Map.Entry<String, ?> entry : state.entrySet()) {
      Object value = entry.getValue();
      if (value instanceof Tensor) continue;
      String what = value == null ? "null" : "a " + ClassNames.of(value.getClass());
      throw new StateDictException(
          who + ": entry '" + StateDictException.printable(entry.getKey()) + "' of the state is " + what
              + " (expected: a Tensor)" + nested(state));
    }
  }

  private static String nested(Map<String, ?> state) {
    for (Map.Entry<String, ?> entry : state.entrySet()) {
      if (entry.getValue() instanceof Map<?, ?> inner && !inner.isEmpty()
          && inner.values().stream().allMatch(Tensor.class::isInstance)) {
        return "; the map is a checkpoint around the state, use checkpoint.stateDict(\""
            + StateDictException.printable(entry.getKey()) + "\")";
      }
    }
    return "";
  }
}
