package dev.jtorch.optim;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An optimizer's state between its own form and Python's nested dictionaries. */
final class OptimizerState {
  private static final String STATE = "state";
  private static final String GROUPS = "param_groups";
  private static final String PARAMS = "params";
  static final String NAMES = "param_names";

  private OptimizerState() {}

  static <O extends OptimizerOptions<O>> Map<String, Object> pack(List<ParamGroup<O>> groups,
      Map<Tensor, ParamState> states) {
    var numbers = new HashMap<Tensor, Integer>();
    List<Map<String, @Nullable Object>> packedGroups = new ArrayList<>();
    int next = 0;
    for (ParamGroup<O> group : groups) {
      for (int i = 0; i < group.params().size(); i++) numbers.putIfAbsent(group.params().get(i), next + i);
      next += group.params().size();
      Map<String, @Nullable Object> values = group.values();
      values.put(PARAMS, group.params().stream().map(numbers::get).toList());
      packedGroups.add(values);
    }
    var packedStates = new LinkedHashMap<Integer, Map<String, Object>>();
    states.forEach((param, state) -> {
      Integer number = numbers.get(param);
      if (number != null && !state.isEmpty()) packedStates.put(number, state.pack());
    });
    var all = new LinkedHashMap<String, Object>();
    all.put(STATE, packedStates);
    all.put(GROUPS, packedGroups);
    return all;
  }

  /** Tells whether a loaded state tensor can be that of a parameter. */
  interface Fit {
    boolean test(String name, Tensor loaded, Tensor param);
  }

  /** A parameter that a saved number means, and what errors call it. */
  private record Target(Tensor param, String label) {}

  /** What of a loaded state does not fit. */
  private static final class Misfits {
    private static final int SHOWN = 10;

    final List<String> missing = new ArrayList<>();
    final List<String> unexpected = new ArrayList<>();
    final List<String> shapes = new ArrayList<>();
    private int room = SHOWN;

    /** Throws one error for everything that does not fit, if anything does not. */
    void refuse(String who, String hint) {
      var problems = new ArrayList<String>();
      describe(missing, "missing parameter", "s", problems);
      describe(unexpected, "unexpected parameter", "s", problems);
      describe(shapes, "size mismatch", "es", problems);
      if (problems.isEmpty()) return;
      throw new TorchException(who + ": loaded state dict has " + String.join("; ", problems)
          + " (expected: the state of an optimizer of the same parameters)" + hint);
    }

    private void describe(List<String> all, String what, String plural, List<String> problems) {
      if (all.isEmpty()) return;
      int shown = Math.min(room, all.size());
      room -= shown;
      String text = all.size() + " " + what + (all.size() == 1 ? "" : plural);
      if (shown > 0) text += ": " + String.join(", ", all.subList(0, shown));
      if (shown > 0 && shown < all.size()) text += " and " + (all.size() - shown) + " more";
      problems.add(text);
    }
  }

  /** Loads options into the groups, once everything has been read and fits, and gives the states. */
  static <O extends OptimizerOptions<O>> Map<Tensor, ParamState> load(String who, Map<String, ?> saved,
      List<ParamGroup<O>> groups, Fit fit) {
    List<SavedValues> savedGroups = savedGroups(who, saved, groups.size());
    var misfits = new Misfits();
    var targets = new HashMap<Long, Target>();
    for (int i = 0; i < groups.size(); i++) match(who, i, savedGroups.get(i), groups.get(i), targets, misfits);
    if (!(saved.get(STATE) instanceof Map<?, ?> savedStates)) throw missing(who, STATE, "dict");
    checkShapes(savedStates, targets, fit, misfits);
    boolean named = groups.stream().noneMatch(group -> group.names().isEmpty());
    misfits.refuse(who, named ? "" : "; parameters are matched by their order here, and by their names where the"
        + " optimizers of both sides were made with namedParameters()");
    Map<Tensor, ParamState> states = states(who, savedStates, targets);
    var options = new ArrayList<O>();
    for (int i = 0; i < groups.size(); i++) options.add(groups.get(i).options().read(savedGroups.get(i)));
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).load(options.get(i), savedGroups.get(i).texts(NAMES), savedGroups.get(i).rest());
    }
    return states;
  }

  private static List<SavedValues> savedGroups(String who, Map<String, ?> saved, int expected) {
    if (!(saved.get(GROUPS) instanceof List<?> list)) throw missing(who, GROUPS, "list");
    if (list.size() != expected) {
      throw new TorchException(who + ": loaded state dict has a different number of parameter groups: " + list.size()
          + " (expected: " + expected + ")");
    }
    var savedGroups = new ArrayList<SavedValues>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof Map<?, ?> values)) throw missing(who, GROUPS + "[" + i + "]", "dict");
      savedGroups.add(SavedValues.of(who + ": loaded parameter group " + i, values));
    }
    return savedGroups;
  }

  /** Finds the parameters that the numbers of a saved group mean: by name where both sides have names, else by position. */
  private static void match(String who, int index, SavedValues saved, ParamGroup<?> group, Map<Long, Target> targets,
      Misfits misfits) {
    List<Number> numbers = saved.numbers(PARAMS);
    List<String> savedNames = saved.texts(NAMES);
    boolean bothNamed = !savedNames.isEmpty() && !group.names().isEmpty();
    int expected = bothNamed ? savedNames.size() : group.params().size();
    if (numbers.size() != expected) {
      throw new TorchException(who + ": loaded state dict contains a parameter group that doesn't match the size of "
          + (bothNamed ? "its param_names" : "optimizer's group") + ": group " + index + " has " + numbers.size()
          + " parameters (expected: " + expected + ")");
    }
    Map<String, Tensor> open = new LinkedHashMap<>();
    for (int k = 0; k < group.names().size(); k++) open.put(group.names().get(k), group.params().get(k));
    for (int k = 0; k < numbers.size(); k++) {
      String name = savedNames.isEmpty() ? "" : savedNames.get(k);
      Tensor param = bothNamed ? open.remove(name) : group.params().get(k);
      String label = name.isEmpty() ? numbers.get(k).toString() : name;
      if (param == null) misfits.unexpected.add(name);
      else targets.put(numbers.get(k).longValue(), new Target(param, label));
    }
    if (bothNamed) misfits.missing.addAll(open.keySet());
  }

  private static void checkShapes(Map<?, ?> savedStates, Map<Long, Target> targets, Fit fit, Misfits misfits) {
    savedStates.forEach((number, values) -> {
      Target target = number instanceof Number n ? targets.get(n.longValue()) : null;
      if (target == null || !(values instanceof Map<?, ?> state)) return;
      state.forEach((name, value) -> {
        if (ParamState.STEP.equals(name) || !(value instanceof Tensor tensor)) return;
        if (fit.test(String.valueOf(name), tensor, target.param)) return;
        misfits.shapes.add(name + " of " + target.label + " is " + tensor.shape().inMessage() + " in the state, "
            + target.param.shape().inMessage() + " here");
      });
    });
  }

  private static Map<Tensor, ParamState> states(String who, Map<?, ?> savedStates, Map<Long, Target> targets) {
    var states = new LinkedHashMap<Tensor, ParamState>();
    savedStates.forEach((number, values) -> {
      if (!(number instanceof Number n && values instanceof Map<?, ?> state)) {
        throw missing(who, STATE + "[" + number + "]", "dict");
      }
      Target target = targets.get(n.longValue());
      // a state of nobody is of no use to the steps that follow
      if (target != null) {
        states.put(target.param, ParamState.load(state, target.param, who + ": loaded state " + number));
      }
    });
    return states;
  }

  private static TorchException missing(String who, String key, String kind) {
    return new TorchException(who + ": loaded state dict has no " + kind + " '" + key
        + "' (expected: 'state' and 'param_groups', as stateDict() gives them)");
  }

  static <O extends OptimizerOptions<O>> String print(String name, List<ParamGroup<O>> groups) {
    var text = new StringBuilder(name).append(" (");
    for (int i = 0; i < groups.size(); i++) {
      text.append("\nParameter Group ").append(i).append('\n');
      new TreeMap<>(groups.get(i).values()).forEach((key, value) -> text.append("    ").append(key).append(": ")
          .append(PythonText.of(value)).append('\n'));
    }
    return text.append(')').toString();
  }
}
