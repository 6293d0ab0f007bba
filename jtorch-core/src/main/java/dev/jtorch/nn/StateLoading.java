package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads a state into a tree. Everything is checked first, all problems are reported at once, and a module is changed only
 * when there are none.
 */
final class StateLoading {
  private final Module root;
  private final StateDict state;
  private final LoadOptions options;
  private final Map<String, ModulePaths.Place> places = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> mismatched = new ArrayList<>();

  StateLoading(Module root, StateDict state, LoadOptions options) {
    this.root = root;
    this.state = state;
    this.options = options;
  }

  LoadReport load() {
    collect(root, "");
    List<String> unexpected = unexpectedKeys();
    places.forEach(this::check);
    List<String> problems = problems(unexpected);
    if (!problems.isEmpty())
      throw new StateDictException(root.typeName() + ": " + String.join("; ", problems) + hint(unexpected));
    try (var quiet = Torch.noGrad()) {
      places.forEach((key, place) -> {
        Tensor source = state.get(key);
        if (source != null) put(place, source);
      });
    }
    return new LoadReport(List.copyOf(missing), unexpected);
  }

  private void collect(Module module, String path) {
    for (Slot slot : module.slots()) {
      Object value = slot.get(module);
      String key = ModuleWalk.join(path, slot.key());
      if (Module.isSaved(value)) places.put(key, new ModulePaths.Place(module, slot));
    }
    for (Slot slot : module.slots()) {
      if (slot.get(module) instanceof Module child) collect(child, ModuleWalk.join(path, slot.key()));
    }
  }

  private List<String> unexpectedKeys() {
    Set<String> unexpected = new LinkedHashSet<>(state.keySet());
    unexpected.removeAll(places.keySet());
    return List.copyOf(unexpected);
  }

  private void check(String key, ModulePaths.Place place) {
    Tensor source = state.get(key);
    if (source == null) {
      if (!place.owner().mayBeMissing(place.slot().key())) missing.add(key);
      return;
    }
    Tensor target = place.get() instanceof Tensor tensor ? tensor : source;
    if (!target.shape().equals(source.shape())) {
      mismatched
          .add(key + " is " + source.shape().inMessage() + " in the state, " + target.shape().inMessage() + " here");
    }
  }

  private List<String> problems(List<String> unexpected) {
    var problems = new ArrayList<String>();
    if (options.strict() && !missing.isEmpty()) problems.add(counted(missing, "missing key"));
    if (options.strict() && !unexpected.isEmpty()) problems.add(counted(unexpected, "unexpected key"));
    if (!mismatched.isEmpty()) problems.add(counted(mismatched, "size mismatch"));
    return problems;
  }

  private static String counted(List<String> keys, String what) {
    String plural = keys.size() == 1 ? "" : what.endsWith("h") ? "es" : "s";
    return keys.size() + " " + what + plural + ": " + String.join(", ", keys);
  }

  /** The two usual reasons for keys that do not fit. */
  private String hint(List<String> unexpected) {
    if (unexpected.isEmpty() || missing.isEmpty()) return "";
    if (unexpected.stream().allMatch(k -> k.startsWith("module."))) {
      return "; the keys come from DataParallel, use state.stripPrefix(\"module.\")";
    }
    for (String key : unexpected) {
      String first = missing.get(0);
      if (key.endsWith("." + first)) {
        return "; the keys have a prefix, use state.stripPrefix(\"" + key.substring(0, key.length() - first.length())
            + "\")";
      }
    }
    return "";
  }

  private void put(ModulePaths.Place place, Tensor source) {
    if (!options.assign()) {
      ((Tensor) java.util.Objects.requireNonNull(place.get())).copy_(source);
      return;
    }
    Object here = place.get();
    if (here instanceof Parameter p) {
      Parameter taken = source instanceof Parameter given ? given : Parameter.frozen(source);
      taken.requiresGrad_(p.requiresGrad());
      place.slot().set(place.owner(), taken);
    } else if (here instanceof Buffer b) {
      place.slot().set(place.owner(), b.with(source));
    }
  }
}
